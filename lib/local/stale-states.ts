import type { UrlState } from '../model/row.ts';

/**
 * States of pages that older code cleaned, as far as cleaning them again may tell something new: not
 * what is gone or taken down, nor what a directive of the page keeps out.
 */
export async function* staleStates(
  states: AsyncIterable<UrlState>,
  { olderThan, limit }: { readonly olderThan: number; readonly limit: number },
): AsyncGenerator<UrlState> {
  let left = limit;
  for await (const state of states) {
    if (left <= 0) return;
    if (!isStale(state, olderThan)) continue;
    yield state;
    left -= 1;
  }
}

function isStale({ content, presence }: UrlState, olderThan: number): boolean {
  if (content === null || content.cleaner >= olderThan) return false;
  if (presence?.value === 'gone' || presence?.value === 'taken-down') return false;
  const isNoindex = content.key === null && !content.incomplete.includes('no-document');
  return !isNoindex;
}
