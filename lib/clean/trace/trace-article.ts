/**
 * Trace: the pages of an article in, each as fetched beside the document out, every removal and repair
 * where it was made. The same steps as cleaning: nothing is judged a second time.
 */
import type { CleanInput, CleanResult } from '#lib/model/cleaning.ts';
import type { PageTrace, Piece, TracedBlock } from '#lib/model/page-trace.ts';
import type { Block } from '../block.ts';
import { traceArticle as cleanTraced } from '../clean-article.ts';
import type { CleanTrace } from '../clean-trace.ts';
import { blockPieces } from './block-pieces.ts';
import { blockShape } from './block-shape.ts';
import { documentBlocks } from './document-blocks.ts';
import { layoutPieces } from './layout-pieces.ts';
import { joinAlike, type LivePiece } from './pieces.ts';
import { safeHtml } from './safe-html.ts';

export interface ArticleTrace {
  readonly result: CleanResult;
  /** One a page of the article. */
  readonly pages: readonly PageTrace[];
}

/** The document of an article and how it came about. */
export function traceArticle(parts: readonly CleanInput[]): ArticleTrace {
  const { result, traces } = cleanTraced(parts);
  return { result, pages: traces.map(tracePage) };
}

function tracePage(trace: CleanTrace): PageTrace {
  const pieces = layoutPieces(blockPieces(trace), trace).map(joinAlike);
  const cuts = new Map(trace.cuts.map((cut) => [cut.block, cut.reason]));
  return {
    before: trace.source.map((block, index) => {
      const reason = cuts.get(trace.all[index] ?? block);
      return {
        ...blockShape(block),
        where: block.where,
        pieces: (pieces[index] ?? []).map(pieceOf),
        ...imagesOf(block),
        ...(reason === undefined ? {} : { reason }),
      } satisfies TracedBlock;
    }),
    after: documentBlocks(trace.layout.blocks, pieces),
    html: safeHtml(trace),
  };
}

function pieceOf({ was, now, repairs, cut }: LivePiece): Piece {
  if (cut) return { text: was, reason: cut.reason, step: cut.step };
  return was === now ? { text: was } : { text: was, now, repairs };
}

function imagesOf(block: Block): { images?: readonly string[] } {
  const images = block.cells.flat().flatMap(({ image }) => (image ? [image.alt] : []));
  return images.length > 0 ? { images } : {};
}
