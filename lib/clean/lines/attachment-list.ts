import type { Line } from './scan-lines.ts';

/** 附件： above the links to files. */
const HEADING = /^[【[]?(?:相关|相關)?(?:附件|附档|附檔)(?:下载|下載|列表|清单)?[】\]]?[:：]?$/u;
const FILE = /\.(?:docx?|xlsx?|pptx?|pdf|wps|et|rtf|zip|rar|ofd|jpe?g|png)\b/iu;

/** Cuts the heading of a list of files below the document that is cut: without them it heads nothing. */
export function cutAttachmentHeading(lines: readonly Line[], kept: boolean[]): void {
  const last = kept.lastIndexOf(true);
  const [line, below] = [lines[last], lines[last + 1]];
  if (!line || !below || last === kept.indexOf(true)) return;
  if (HEADING.test(line.text) && FILE.test(below.text)) kept[last] = false;
}
