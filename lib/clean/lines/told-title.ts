import type { Line } from './scan-lines.ts';

/** Labels of the row or the table in which offices file a document: 索引号：… 标题：… 发文字号：…. */
const FILED =
  /(?:^|[\s|】])(?:标\s?题|名\s?称|文件名称|公文名称|信息名称)\s?[:：]\s?(\S.{3,90}?)(?=\s{0,2}(?:发文|文\s?号|发布|有效|索引|成文|生成|主题|信息|公开|内容|废止|效力|关键)[^\s:：]{0,6}\s?[:：]|$)/u;
const FILE_LABEL =
  /(?:索\s?引\s?号|发文(?:机关|字号|单位|日期)|文\s?号|成文日期|发布日期|主题分类|主题词|有效性)\s?[:：]/gu;
/** Labels a row of a file has. */
const MIN_LABELS = 3;

/** Is the line such a row? */
export function isFileRow(text: string): boolean {
  return text.includes('号') && (text.match(FILE_LABEL)?.length ?? 0) >= MIN_LABELS;
}

/** The title under which an office filed the document, as the head of the page says; null if it does not. */
export function filedTitle(head: readonly Pick<Line, 'text'>[]): string | null {
  if (!head.some(({ text }) => text.search(FILE_LABEL) >= 0)) return null;
  for (const { text } of head) {
    const title = FILED.exec(text)?.[1];
    if (title !== undefined) return title.trim();
  }
  return null;
}
