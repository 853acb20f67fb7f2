import { joinGain } from '../inserted/open-end.ts';
import { interrupts, LOOSE, placesOf, type Range } from './mark-places.ts';

/** （某某范文网）: what sites of the genre are called, alone in brackets. */
const IN_BRACKETS =
  /[（(【[]((?:\p{sc=Han}|[A-Za-z\d]){2,6}?(?:范文|作文|公文|文秘|论文|资料|文档|教案|课件|试题|试卷|小说|写作|材料)(?:网|库|大全|之家|吧|屋|坊)|\p{sc=Han}{2,6}文库)[）)】\]]/gu;
/** Before brackets that say whose something is. */
const WHOSE = /(?:网站|平台|网址|网页|来源|出处|名为|叫做|[:：])$/u;
const WHOSE_REACH = 3;
/** In its own sentences a document says where it was, whom it asked. */
const SAYS =
  /(?:去|到|在|用|给|找|问|看|逛|搜|从|于|叫|让|请|帮|替|对|像|读|买|投|由|向|跟|同|与|和|及|是|为|把|被|《|“)$/u;
const BESIDE = /^(?:\p{sc=Han}|[，,。；;])/u;
const CLAUSE_END = /[，,。；;]/u;
const REPEATED = 2;

/**
 * Names of sites that stand in the way of a text's sentences again and again, once in brackets at least: the page they were
 * taken from, though nothing else of it is left to name it. A document that says such a name twice says where it was.
 */
export function repeatedNames(texts: readonly string[]): string[] {
  const inBrackets = texts.flatMap((text) => bracketed(text).map(({ name }) => name));
  return [...new Set(inBrackets)].filter((name) => {
    const all = texts.flatMap((text) => placesOf(text, name).map((at) => ({ text, at })));
    const says = all.some(({ text, at }) => SAYS.test(text.slice(Math.max(0, at - 2), at)));
    return all.length >= REPEATED && !says;
  });
}

/** Where they stand, with their brackets. */
export function repeatedMarks(text: string, names: readonly string[]): Range[] {
  if (!names.some((name) => text.includes(name))) return [];
  const pieces = bracketed(text).filter(({ name }) => names.includes(name));
  const bare = names.flatMap((name) =>
    placesOf(text, name)
      .map((from) => ({ from, to: from + name.length }))
      .filter((range) => interrupts(text, range, LOOSE) || endsClause(text, range)),
  );
  return [...pieces.map(({ from, to }) => ({ from, to })), ...bare];
}

/** 两人以上某某范文网,进囤…: the clause ends better without it. */
function endsClause(text: string, { from, to }: Range): boolean {
  return from > 0 && CLAUSE_END.test(text.charAt(to)) && joinGain(text, from, to) > 0;
}

function bracketed(text: string): (Range & { readonly name: string })[] {
  return [...text.matchAll(IN_BRACKETS)].flatMap(({ index, 0: whole, 1: name = '' }) => {
    const to = index + whole.length;
    const isNamed = WHOSE.test(text.slice(Math.max(0, index - WHOSE_REACH), index));
    return index > 0 && !isNamed && BESIDE.test(text.slice(to)) ? [{ from: index, to, name }] : [];
  });
}
