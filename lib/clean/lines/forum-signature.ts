import type { RemovalReason } from '#lib/model/removal.ts';
import { isThreadAddress } from '../content/page-hints.ts';
import type { Line } from './scan-lines.ts';

/** A rule of dashes, which forums put between a post and what its author is signed with. */
const RULE = /^[-—–―─━_=＿﹣]{6,80}$/u;
/** A motto has few lines, and short ones. */
const MOST_LINES = 4;
const LONGEST_MOTTO = 60;

/** Cuts the motto below a rule at the end of the first post of a thread, and the rule. */
export function cutSignature(lines: readonly Line[], kept: boolean[]): void {
  const isThread = lines.some(({ frame }) => frame?.reason === 'comments');
  const last = kept.lastIndexOf(true);
  if (!isThread || last < 0) return;
  const rule = ruleAbove(lines, last);
  if (rule > kept.indexOf(true)) kept.fill(false, rule, last + 1);
}

/** Marks the same where nothing but the page's address tells that it is a thread. */
export function markMotto(
  lines: readonly Line[],
  url: string | null,
  reasons: Map<number, RemovalReason>,
): void {
  const rule = isThreadAddress(url) ? ruleAbove(lines, lines.length - 1) : -1;
  if (rule <= 0) return;
  for (let at = rule; at < lines.length; at += 1) reasons.set(at, 'boilerplate');
}

/** Where the rule above the motto is that ends the lines; -1 if they end otherwise. */
function ruleAbove(lines: readonly Line[], last: number): number {
  for (let at = last; at > Math.max(0, last - MOST_LINES - 1); at -= 1) {
    const { text = '', frame = null } = lines[at] ?? {};
    // Below a question of an examination it is where to write.
    if (frame === null && text.startsWith('_')) return -1;
    if (RULE.test(text)) return at;
    if (text.length > LONGEST_MOTTO) return -1;
  }
  return -1;
}
