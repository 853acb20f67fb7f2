import { diffChars } from 'diff';
import type { Edit } from '../block.ts';

/** More differences than this are shown as one change. */
const MAX_EDITS = 4000;
const MAX_MS = 500;

/** Edits that turn `before` into `after`: what is equal at both ends and in between is left alone. */
export function editsBetween(before: string, after: string): Edit[] {
  if (before === after) return [];
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < shorter - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  const from = before.slice(start, before.length - end);
  const to = after.slice(start, after.length - end);
  return middleEdits(from, to).map((edit) => ({
    from: edit.from + start,
    to: edit.to + start,
    insert: edit.insert,
  }));
}

function middleEdits(before: string, after: string): Edit[] {
  const whole = [{ from: 0, to: before.length, insert: after }];
  if (before === '' || after === '') return whole;
  const changes = diffChars(before, after, { maxEditLength: MAX_EDITS, timeout: MAX_MS });
  if (!changes) return whole;
  const edits: { from: number; to: number; insert: string }[] = [];
  let at = 0;
  let open = false;
  for (const { value, added, removed } of changes) {
    if (!added && !removed) {
      at += value.length;
      open = false;
      continue;
    }
    if (!open) edits.push({ from: at, to: at, insert: '' });
    open = true;
    const edit = edits.at(-1);
    if (!edit) continue;
    if (added) edit.insert += value;
    else {
      at += value.length;
      edit.to = at;
    }
  }
  return edits;
}
