import type { RemovalReason } from '#lib/model/removal.ts';
import { hasChinese } from '../has-chinese.ts';
import { frameNames } from '../repairs/frame-names.ts';
import { reasonOf } from './cut-lines.ts';
import { isLinkRow } from './link-row.ts';
import type { Line } from './scan-lines.ts';
import { isAppCall, isSlogan } from './slogan.ts';

/** A link of its own between paragraphs that says so is no link of the author's. */
const OF_LINKS: ReadonlySet<RemovalReason> = new Set([
  'promotion',
  'subscribe',
  'login',
  'paywall',
]);
/** Longer lines of the frame name no site. */
const LONGEST_FRAME_LINE = 120;

/** What no document says, wherever it stands. */
export function markInside(
  lines: readonly Line[],
  names: readonly string[],
  reasons: Map<number, RemovalReason>,
): void {
  const mentions = (name: string): number =>
    lines.filter(({ folded }) => folded.includes(name)).length;
  for (const [at, line] of lines.entries()) {
    if (reasons.has(at) || line.block.kind === 'table-row') continue;
    // Promotion behind a sentence is cut out of it.
    if (line.promotions.length === 0 && isSlogan(line.folded, names)) reasons.set(at, 'promotion');
    else if (isAppCall(line.folded, names, mentions)) reasons.set(at, 'promotion');
    else if (!line.prose && isInside(line)) reasons.set(at, reasonOf(line));
    else if (isLinkRow(line.block) && hasChinese(line.text)) reasons.set(at, 'related');
  }
}

/** How the page names its site, by its title and by the lines that are not the document's. */
export function siteNames(
  lines: readonly Line[],
  all: readonly Line[],
  headTitle: string | null,
): string[] {
  const own = new Set(lines);
  const frame = all.filter((line) => !own.has(line) && line.text.length <= LONGEST_FRAME_LINE);
  return frameNames(
    headTitle,
    frame.map(({ text }) => text),
  );
}

function isInside({ pager, frame, block }: Line): boolean {
  if (pager) return true;
  if (frame?.opens !== 'line') return false;
  return frame.where === 'anywhere' || (OF_LINKS.has(frame.reason) && isLink(block));
}

/** The whole line is one link, whether it has an address or a script behind it. */
function isLink({ cells, element }: Line['block']): boolean {
  const spans = cells.flat().filter(({ text }) => text.trim() !== '');
  return (
    element?.name === 'a' || (spans.length > 0 && spans.every(({ href }) => href !== undefined))
  );
}
