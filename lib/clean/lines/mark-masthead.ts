import type { RemovalReason } from '#lib/model/removal.ts';
import type { Line } from './scan-lines.ts';

/** So many lines of a column may stand above its text. */
const MOST = 3;
const LONGEST = 50;
const NUMBER =
  '(?:第 ?[\\d一二三四五六七八九十百]{1,5} ?(?:期|夜|晚|回|辑|次(?:相遇|见面|推送|分享)|篇(?:原创|推送|推文)?)|(?:vol|no|ep)[. ]{0,2}\\d{1,5})';
const BAR = ' ?[|·•/丨—–-]{1,2} ?';
const PATTERNS: readonly RegExp[] = [
  // 某某号 第 188 期 | 每晚九点,陪你十分钟
  new RegExp(`^(?:[^。;|]{2,14}?[ |·]{0,3})?${NUMBER}${BAR}[^。;|]{2,24}[!~]?$`, 'u'),
  // 每晚九点 | 陪你读一篇好文
  /^每(?:天|日|晚|早|周.{0,2})[^。;]{0,10}[,|·• ]{1,3}[^。;]{0,4}(?:陪|伴|等|与|和|为)(?:着)?(?:你|您|我们)[^。;]{0,14}$/u,
  // 这是某某陪你的第 1024 天
  /^这是[^。;,]{0,14}(?:陪伴?(?:着)?(?:你|您)|为(?:你|您)|与(?:你|您)|推送|分享)[^。;,]{0,8}第 ?\d{1,5} ?(?:天|次|篇|期|夜|晚)[^。;]{0,10}$/u,
];

/** The strip of a column above its text: its name, its number, what it promises. No document begins so. */
export function markMasthead(lines: readonly Line[], reasons: Map<number, RemovalReason>): void {
  if (!lines.slice(1).some(({ prose }) => prose)) return;
  for (const [at, line] of lines.slice(0, MOST).entries()) {
    if (isMasthead(line)) reasons.set(at, 'header');
    // 点击上方“某某”，选择“置顶公众号” stands above it.
    else if (line.frame?.reason !== 'subscribe') return;
  }
}

function isMasthead({ block, folded }: Line): boolean {
  const line = folded.trim();
  if (block.kind === 'table-row' || line.length > LONGEST) return false;
  return PATTERNS.some((pattern) => pattern.test(line));
}
