import { titleParts } from './title-parts.ts';

/** What a window that is made for printing calls itself. */
const PRINT =
  /^(?:打\s?印(?:预览|本页|页面|版|文章|内容|窗口|稿)?|友善列印|列印(?:本頁|預覽)?|print(?:er)?(?:[ -]?(?:friendly|view|version|preview|page))?)$/iu;
const MAY_BE = /打|列印|print/iu;

/** The <title> of a page without 打印预览 at one of its ends, which names neither document nor site. */
export function withoutPrint(headTitle: string): string {
  if (!MAY_BE.test(headTitle)) return headTitle;
  const parts = titleParts(headTitle);
  const [first, second] = parts;
  const [last, before] = [parts.at(-1), parts.at(-2)];
  if (first && second && PRINT.test(first.text)) return headTitle.slice(second.from);
  if (last && before && PRINT.test(last.text)) return headTitle.slice(0, before.to);
  return headTitle;
}
