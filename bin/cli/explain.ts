import type { CleanResult } from '#lib/model/cleaning.ts';

const MAX_SHOWN = 160;
const WHITE_SPACE = /\s+/gu;

/** What was removed from a page and why, what was repaired, and where each field came from. */
export function explain(result: CleanResult): string {
  const { document, removals, repairEvents, charset, origins } = result;
  const lines = [
    `charset    ${charset.name} (${charset.from}): ${charset.why}`,
    ...Object.entries(origins).map(([field, origin]) => `field      ${field} ← ${origin}`),
    ...repairEvents.map(
      ({ repair, before, after, where }) =>
        `repaired   ${repair} at ${where}: ${short(before)} → ${short(after)}`,
    ),
    ...removals.map(
      ({ step, reason, text, where }) =>
        `removed    ${reason} (${step}) at ${where}: ${short(text)}`,
    ),
    `kept       ${document.quality.chars} characters, ${removals.length} removals`,
  ];
  return `${lines.join('\n')}\n`;
}

function short(text: string): string {
  const folded = text.replaceAll(WHITE_SPACE, ' ').trim();
  return folded.length > MAX_SHOWN ? `${folded.slice(0, MAX_SHOWN)}…` : folded;
}
