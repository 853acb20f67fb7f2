/** What follows the title in the name of a picture: 的做法 步骤2, _图片3, 第4张. */
const NUMBERED =
  /^(?:的做法)?[\s\u3000_-]{0,3}(?:(?:步骤图?|配图|图片)\s?(\d{1,3})|第\s?(\d{1,3})\s?张)$/u;
/** 安装步骤1 is a heading below 安装. */
const PARTED = /^(?:的做法|[\s\u3000_-])/u;
const SHORTEST = 3;
const LEAST = 2;

/**
 * Indexes of the lines that are names of pictures, which a crude extractor put where the pictures stood: the title and
 * the picture's number, rising from one to the next. No author says the title above each step.
 */
export function pictureNames(texts: readonly string[], title: string | null): Set<number> {
  const found = omittedPictures(texts);
  for (const index of words(texts)) found.add(index);
  if (found.size > 0) return found;
  if (title === null || title.length < SHORTEST) return found;
  let last = 0;
  for (const [index, text] of texts.entries()) {
    const rest = text.startsWith(title) ? text.slice(title.length) : '';
    if (!PARTED.test(rest)) continue;
    const [, step, picture] = NUMBERED.exec(rest) ?? [];
    const number = Number(step ?? picture ?? 0);
    if (number <= last) continue;
    last = number;
    found.add(index);
  }
  return found.size >= LEAST ? found : new Set();
}

/** 图片 */
const WORD = /^[[【［(（]?(?:图片|圖片|动图)[\]】］)）]?$/u;

/** 图片, again and again: what stands for each picture of an account's article. */
function words(texts: readonly string[]): number[] {
  const found = [...texts.keys()].filter((index) => WORD.test(texts[index] ?? ''));
  return found.length >= LEAST ? found : [];
}

/** 图1 */
const PLACEHOLDER = /^图\s?(\d{1,2})$/u;
const LEAST_PLACEHOLDERS = 3;

/** 图1, 图2, 图3, each below a step, and no sentence speaks of them: what stood there was not taken along. */
function omittedPictures(texts: readonly string[]): Set<number> {
  const found = new Set<number>();
  for (const [index, text] of texts.entries()) {
    if (Number(PLACEHOLDER.exec(text)?.[1] ?? 0) === found.size + 1) found.add(index);
  }
  const isSpokenOf = texts.some((text, index) => !found.has(index) && MENTION.test(text));
  return found.size >= LEAST_PLACEHOLDERS && !isSpokenOf ? found : new Set();
}

const MENTION = /图\s?\d/u;
