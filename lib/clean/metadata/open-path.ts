import { isHomeName, isLeafName } from './path-names.ts';
import type { SitePath } from './site-path.ts';

const LONGEST = 60;
/** Front page, one shelf at least, and what the reader does. */
const LEAST = 3;
const MOST = 6;
const STEP = /^[\p{Script=Han}A-Za-z]{2,8}$/u;

/**
 * 首页 讲话稿 经济工作 正文: the steps of a path whose signs an extractor lost. It begins at the front page and ends in what the
 * reader does there, which no menu does; null for any other line. Linear.
 */
export function openPath(line: string): SitePath | null {
  if (line.length > LONGEST) return null;
  const names = line.split(' ');
  if (names.length < LEAST || names.length > MOST) return null;
  if (!isHomeName(names[0] ?? '') || !isLeafName(names.at(-1) ?? '')) return null;
  if (!names.every((name) => STEP.test(name))) return null;
  return { names, labelled: false, shelf: false, strong: false, bar: false };
}
