/** 资料简介：, where a shop of files repeats its tags. */
const LABEL = /^(?:资料|文档|文件|素材)(?:简介|描述|标签)[:：]\s?/u;
const BETWEEN = /[,，]/u;
/** What a sentence has, and who speaks in one. */
const SAID = /[。！？；：:;!?“”‘’「」《》…]|[我你您他她它们了吧啊呢]|\s$/u;
const LEAST = 4;
const SHORTEST = 2;
const LONGEST = 24;
const LONGEST_LINE = 160;
/** So many of the phrases have words of the title. */
const SHARE = 2 / 3;
const NO_WORD = /[^\p{L}\p{N}]/gu;

/**
 * Whether a line above a text is a row of phrases for machines that search, 某药的作用,某药怎么吃,某药价格,某药副作用: no
 * sentence, and most of the phrases have words of `title` in them.
 */
export function isKeywordString(text: string, title: string): boolean {
  if (text.length > LONGEST_LINE || !BETWEEN.test(text)) return false;
  const phrases = text.replace(LABEL, '').split(BETWEEN);
  const isPhrase = (phrase: string): boolean =>
    phrase.length >= SHORTEST && phrase.length <= LONGEST && !SAID.test(phrase);
  if (phrases.length < LEAST || !phrases.every(isPhrase)) return false;
  const pairs = pairsOf(title);
  const own = phrases.filter((phrase) => [...pairsOf(phrase)].some((pair) => pairs.has(pair)));
  return own.length >= phrases.length * SHARE;
}

function pairsOf(text: string): Set<string> {
  const words = text.replace(NO_WORD, '');
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < words.length; at += 1) pairs.add(words.slice(at, at + 2));
  return pairs;
}
