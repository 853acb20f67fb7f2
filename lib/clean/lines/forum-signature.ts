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
  for (let at = last; at > Math.max(0, last - MOST_LINES - 1); at -= 1) {
    const text = lines[at]?.text ?? '';
    if (RULE.test(text) && kept.indexOf(true) < at) return void kept.fill(false, at, last + 1);
    if (text.length > LONGEST_MOTTO) return;
  }
}
