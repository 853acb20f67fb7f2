/** One line of extracted text that is not blank. */
export interface RawLine {
  /** From 1. */
  readonly number: number;
  /** From 0, where the line was split into several. */
  readonly part: number;
  readonly text: string;
  readonly indent: number;
}

/** Columns of a cut line at least; a Chinese character has two. */
export const NARROWEST = 24;

/** No sentence begins so. */
export const CLOSING = /^(?:[，。、；：！？”’）》」』]|[,;](?!\)))/;
/** A sentence is over, or the line was broken on purpose. */
export const ENDED = /(?:[。．.！!？?；;：:…—][”"’」』）)】》]*|x0[ad]|\\[nr]|<br ?\/?>|&nbsp;)$/;
const CLAUSE = /[，。、；！？,;]|[a-z] [a-z]/;
/** A number, a bullet, a heading: what begins a paragraph of its own. */
export const OPENS =
  /^(?:[（(]?(?:[一二三四五六七八九十百]{1,4}|\d{1,3}(?!\d))[)）、.．:：](?!\d)|第[一二三四五六七八九十百零〇\d]{1,5}[章节条篇回讲课页]|[•·●○■□◆◇★☆▲△→➤*＊+\-–—#>|]|\[\d|[①-⑳]|附[件录表]|[〔【《]|[上下]一[篇页条章则] ?[:：]|责任编辑[:：])/;

/** The line has clauses, or words of a sentence. */
export function isProse({ text }: RawLine): boolean {
  return CLAUSE.test(text);
}

/** The lines in groups; a line joins the one before where `goesOn` says so. */
export function grouped(
  lines: readonly RawLine[],
  goesOn: (line: RawLine, next: RawLine, group: readonly RawLine[]) => boolean,
): RawLine[][] {
  const groups: RawLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && goesOn(before, line, group)) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

const ANNOTATION = /[(（][a-zü\u0101-\u01dc]{1,7}[)）]/g;
const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u2014-\u2026]/g;

/** Columns; annotations that a mirror put in later are not counted. */
export function widthOf({ text }: Pick<RawLine, 'text'>): number {
  const plain = text.replace(ANNOTATION, '');
  return plain.length + (plain.match(WIDE)?.length ?? 0);
}
