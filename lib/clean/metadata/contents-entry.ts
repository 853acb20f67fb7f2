interface Row {
  readonly text: string;
}

const NUMBERED = /^\d{1,2}(?:\.\d{1,2}){0,2}[.．、 ]{0,2}\p{L}/u;
const CONTENTS = /^(?:词条)?目\s{0,4}[录錄](?:\s(?:隐藏|展开|收起))?$/u;

/** 4 相关习俗 below 目录 and other entries: whether a line is of the table of contents, which names parts of the document. */
export function isInContents(lines: readonly Row[], at: number): boolean {
  if (!NUMBERED.test(lines[at]?.text ?? '')) return false;
  const above = lines.slice(0, at).findLast(({ text }) => !NUMBERED.test(text));
  return above !== undefined && CONTENTS.test(above.text);
}
