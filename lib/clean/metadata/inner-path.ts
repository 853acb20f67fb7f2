import { readPath } from './site-path.ts';

/** The label of a path that stands behind something else on its line: … 目前位置：首頁 ＞ 農業. */
const LABEL =
  /[\s|｜】\]》)）](?:(?:您|你)?(?:们)?(?:现在|現在|当前|當前|目前)?的?(?:所在|所处|所處)?的?(?:位置|栏目|欄目|頻道|频道)|you are here)\s?[:：]/iu;
const LONGEST = 240;

/**
 * The menu and the path of a line that has both, one element in the page's template: the path begins at its label. Any other
 * line alone. Linear.
 */
export function partInnerPath(line: string): readonly string[] {
  if (line.length > LONGEST) return [line];
  const match = LABEL.exec(line);
  if (!match) return [line];
  const menu = line.slice(0, match.index + 1).trim();
  const path = line.slice(match.index + 1).trim();
  return readPath(path) ? [menu, path] : [line];
}
