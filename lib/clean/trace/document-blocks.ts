import type { DocumentBlock, Fix, TracedSpan } from '#lib/model/page-trace.ts';
import { type Block, blockText, type Span } from '../block.ts';
import { blockShape } from './block-shape.ts';
import type { LivePiece } from './pieces.ts';

const WHITE = /\s/u;

/** The blocks of the document with what repairs changed in them. */
export function documentBlocks(
  kept: readonly Block[],
  pieces: readonly (readonly LivePiece[])[],
): DocumentBlock[] {
  const walk = new DocumentWalk(kept);
  pieces.forEach((own, index) => {
    for (const piece of own) if (!piece.cut) walk.take(piece, index);
  });
  return kept.map((block, at) => ({
    ...blockShape(block),
    cells: block.cells.map((spans) => spans.map(tracedSpan)),
    from: walk.from[at] ?? 0,
    fixes: walk.fixes[at] ?? [],
  }));
}

function tracedSpan({ text, marks, href, image }: Span): TracedSpan {
  return {
    text,
    ...(marks.length > 0 ? { marks } : {}),
    ...(href === undefined ? {} : { href }),
    ...(image === undefined ? {} : { image: image.alt }),
  };
}

/** Follows the pieces through the document's text; white space does not count, layout repairs move it. */
class DocumentWalk {
  readonly from: number[] = [];
  readonly fixes: Fix[][] = [];
  private readonly texts: readonly string[];
  private block = 0;
  private at = 0;

  constructor(kept: readonly Block[]) {
    this.texts = kept.map(blockText);
    for (const [index] of kept.entries()) this.fixes[index] = [];
  }

  take({ was, now, repairs }: LivePiece, index: number): void {
    const isFix = was !== now;
    let first: { block: number; at: number } | null = null;
    for (const char of now) {
      if (WHITE.test(char)) continue;
      this.skipWhite();
      first ??= { block: this.block, at: this.at };
      this.from[this.block] ??= index;
      this.at += char.length;
    }
    if (!isFix || (was.trim() === '' && now.trim() === '')) return;
    const place = first ?? { block: this.block, at: this.at };
    const to = place.block === this.block ? this.at : (this.texts[place.block] ?? '').length;
    this.fixes[place.block]?.push({ from: place.at, to: Math.max(place.at, to), was, repairs });
  }

  private skipWhite(): void {
    for (;;) {
      const text = this.texts[this.block];
      if (text === undefined) return;
      while (this.at < text.length && WHITE.test(text.charAt(this.at))) this.at += 1;
      if (this.at < text.length) return;
      this.block += 1;
      this.at = 0;
    }
  }
}
