import { isPlain, type Line } from './scan-lines.ts';

const LONGEST = 40;
/** Less probable lines are somebody else's: 尊敬的用户: above what a site has to say. */
const LEAST = 0.2;
const SALUTATION =
  /^(?:尊敬的|亲爱的|敬爱的|親愛的|敬愛的|致|各位)[^。！？；]{1,34}[:：,，!！]$|^[\p{sc=Han}、]{1,12}(?:老师|同志|先生|女士|同学|朋友|叔叔|阿姨|爷爷|奶奶|领导|閣下|阁下|台鉴|您好)[:：]$/u;

/**
 * Keeps whom a letter is written to, right above the first line that stays: a name and a colon, which to a model reads
 * as a label of the frame.
 */
export function keepSalutation(lines: readonly Line[], keep: Float64Array, kept: boolean[]): void {
  const at = kept.indexOf(true) - 1;
  const line = lines[at];
  if (!line || !isPlain(line) || line.text.length > LONGEST || (keep[at] ?? 0) < LEAST) return;
  kept[at] = SALUTATION.test(line.text);
}
