import {
  CLOSING,
  ENDED,
  grouped,
  isProse,
  NARROWEST,
  OPENS,
  type RawLine,
  widthOf,
} from './raw-line.ts';

/** Lines that begin with a closing mark: so many say that the extractor broke lines inside sentences. */
const MIN_SPLIT = 2;
/** Pieces a sentence is put together from. */
const MAX_PIECES = 12;

/** A text whose lines end at links and emphasis: a sentence is read on until it ends. */
export function joinSplit(lines: readonly RawLine[]): RawLine[][] {
  const split = lines.filter(({ text }, index) => {
    const [above, before] = [lines[index - 2], lines[index - 1]];
    if (!before || !WORD_END.test(before.text) || !CLOSING.test(text)) return false;
    return [above, before, lines[index]].some((line) => line && widthOf(line) >= NARROWEST);
  });
  if (split.length < MIN_SPLIT || !isChinese(lines)) return lines.map((line) => [line]);
  return grouped(lines, (line, next, group) => {
    if (CLOSING.test(next.text)) return !ENDED.test(line.text) || MARK.test(next.text);
    if (group.length >= MAX_PIECES || OPENS.test(next.text) || ENDED.test(line.text)) return false;
    return group.some(isProse) && group.some((piece) => widthOf(piece) >= NARROWEST);
  });
}

function isChinese(lines: readonly RawLine[]): boolean {
  let han = 0;
  for (const { text } of lines) han += text.match(HAN_ALL)?.length ?? 0;
  return han >= LEAST_HAN;
}

const HAN_ALL = /\p{sc=Han}/gu;
const LEAST_HAN = 40;
const WORD_END = /[\p{sc=Han}\d]$/u;
/** A line that is only the mark that ends the one before. */
const MARK = /^[，。、；：！？”’）》」』]+$/;
