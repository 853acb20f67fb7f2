import type { Row } from '#lib/model/row.ts';

const SHOWN = 20;

export function isFailed({ state }: Row): boolean {
  return state === 'failed';
}

/** What failed and why, a line each; beyond some how to see the others. */
export function failureLines(rows: readonly Row[], out: string): string {
  const failed = rows.filter(isFailed);
  const lines = failed
    .slice(0, SHOWN)
    .map(({ reason, url, detail }) => `failed (${reason}) ${url}${detail ? `: ${detail}` : ''}\n`);
  const more = failed.length - SHOWN;
  if (more > 0) lines.push(`and ${more} more: winnow ls --state failed --out ${out}\n`);
  return lines.join('');
}
