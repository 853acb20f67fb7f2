import { type Block, blockText } from '../block.ts';

/** Fewer links may be a document's choice of two editions. */
const LEAST_LINKS = 3;
/** 附件1.doc | 附件2.xls: files of the document. */
const FILE = /附件|\.(?:docx?|xlsx?|pptx?|pdf|zip|rar|wps)\b/iu;
const BARS = /^[\s|｜│丨]{1,12}$/u;
/** A bar for each link but the last. */
const BAR = /[|｜│丨]/gu;

/** Links to other documents in a row, with bars and nothing else between them: a site's, wherever they stand. */
export function isLinkRow({ cells, kind }: Block): boolean {
  if (kind === 'table-row' || kind === 'heading' || kind === 'code') return false;
  let [links, bars] = [0, 0];
  let lastHref: string | undefined;
  for (const { text, href } of cells.flat()) {
    if (href === undefined && text.trim() !== '') {
      if (!BARS.test(text)) return false;
      bars += text.match(BAR)?.length ?? 0;
    }
    if (href !== undefined && href !== lastHref) links += 1;
    lastHref = href;
  }
  return links >= LEAST_LINKS && bars >= links - 1 && !FILE.test(blockText({ cells }));
}
