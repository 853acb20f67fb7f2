import type { Line } from './scan-lines.ts';

/** 温馨提示 alone on its line. */
const HEADING =
  /^[【[]?(?:温馨|友情|特别|下载)(?:提示|提醒|说明|须知)[】\]]?[:：]?$|^(?:下载|资源|文档|使用)(?:说明|须知|声明)[:：]?$/u;
const NUMBERED = /^(?:\d{1,2}[.、．)]|[（(]\d{1,2}[)）])\s?\S/u;
/** What a store of documents tells of its files. */
const OF_FILES =
  /本站|本网|压缩包|解压|winrar|office|wps|cad|图纸|上传|下载|预览|水印|文库|存储|软件打开|[积点]分|侵权|版权/iu;
/** Whose files they are: a manual speaks of software, too. */
const OF_STORE =
  /本(?:站|网站?|平台)|上传(?:者|人|用户)|(?:文库|文档|资料|装配|图)[网库].{0,12}(?:平台|不[修编负保])/u;
const LEAST = 3;

/** Where the notes of a store of documents begin that stand below the last line of the text, heading and all; -1 if none do. */
export function storeNotes(lines: readonly Pick<Line, 'text'>[], kept: readonly boolean[]): number {
  const last = kept.lastIndexOf(true);
  let from = last;
  while (from > 0 && NUMBERED.test(lines[from]?.text ?? '')) from -= 1;
  if (!HEADING.test(lines[from]?.text ?? '') || from <= kept.indexOf(true)) return -1;
  const notes = lines.slice(from + 1, last + 1).map(({ text }) => text);
  if (notes.length < LEAST || !notes.some((text) => OF_STORE.test(text))) return -1;
  const ofFiles = notes.filter((text) => OF_FILES.test(text)).length;
  return ofFiles >= notes.length - 1 ? from : -1;
}
