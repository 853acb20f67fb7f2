import type { LineRepair } from './edit-lines.ts';
import {
  fromGbk,
  fromLatin,
  gbkFromLatin,
  highLatinShare,
  latinPairs,
  readsBetter,
} from './mojibake.ts';

const MIN_PAIRS = 3;
/** Languages with accents have them on one letter in ten; GBK and UTF-8 show nothing else. */
const MIN_HIGH = 0.4;
const HIGH = /[\u00a1-\u00ff]/;
/** Lines that must be mendable among those that look wrong. */
const MIN_MENDED = 0.5;
/** UTF-8 Chinese read as GBK is full of these: 鈥 “”, 锛 full-width punctuation, 銆 。、, 鐨 的 and frequent leads. */
const GBK_SIGNS = /[鈥锛銆鐨勬槸鍦鏄浠涓鍜鏈夎]/g;
const MIN_SIGNS = 8;

/** The repair of a page whose UTF-8 was read as windows-1252 or GBK; null if it was not. */
export function mojibakePass(lines: readonly string[]): LineRepair | null {
  const all = lines.join('\n');
  if (highLatinShare(all) >= MIN_HIGH) {
    const gbk = passOf(lines, gbkFromLatin, (line) => HIGH.test(line));
    if (gbk) return gbk;
  }
  if (latinPairs(all) >= MIN_PAIRS)
    return passOf(lines, twice(fromLatin), (line) => latinPairs(line) > 0);
  if ((all.match(GBK_SIGNS)?.length ?? 0) >= MIN_SIGNS) {
    return passOf(lines, fromGbk, (line) => line.search(GBK_SIGNS) >= 0);
  }
  return null;
}

/** Encoded twice is undone twice. */
function twice(mend: (text: string) => string | null): (text: string) => string | null {
  return (text) => {
    const once = mend(text);
    return once === null || latinPairs(once) === 0 ? once : (mend(once) ?? once);
  };
}

function passOf(
  lines: readonly string[],
  mend: (text: string) => string | null,
  looksWrong: (line: string) => boolean,
): LineRepair | null {
  const wrong = lines.filter(looksWrong);
  const repair: LineRepair = (line) => {
    if (!looksWrong(line)) return [];
    const mended = mend(line);
    if (mended === null || !readsBetter(mended, line)) return [];
    return [{ from: 0, to: line.length, insert: mended }];
  };
  const mended = wrong.filter((line) => repair(line).length > 0).length;
  return mended > 0 && mended >= wrong.length * MIN_MENDED ? repair : null;
}
