import { cleanTitle } from './clean-title.ts';

/** 某某文库 村级财务清查方案.doc: a viewer's name before that of the file. */
const FILE_OF =
  /^(\p{Script=Han}{2,8}(?:文库|文庫|题库|资料库|图书馆|文档网|资料网|范文网))\s{1,4}(\S.{2,80}\.(?:docx?|pdf|pptx?|wps|rtf|txt))$/iu;
/** 平刨床说明书.pdf-某某手册网: and behind it. */
const OF_FILE =
  /^(\S.{2,80}\.(?:docx?|pdf|pptx?|xlsx?|wps|rtf|txt))\s?[-_|｜—–]{1,2}\s?(\p{Script=Han}{2,10})$/iu;

/** The name of a file and its viewer's where a line says both; null if it does not. */
export function fileIn(text: string): { readonly value: string; readonly site: string } | null {
  const library = FILE_OF.exec(text);
  if (library) return { value: cleanTitle(library[2] ?? ''), site: library[1] ?? '' };
  const file = OF_FILE.exec(text);
  return file && { value: cleanTitle(file[1] ?? ''), site: file[2] ?? '' };
}
