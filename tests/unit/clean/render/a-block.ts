import type { Block, Mark, Span } from '#lib/clean/block.ts';

/** A block with defaults; a string becomes its only span. */
export function aBlock(
  over: Omit<Partial<Block>, 'cells'> & {
    text?: string | Span[];
    cells?: (string | Span[])[];
  } = {},
): Block {
  const { text = '', cells, ...rest } = over;
  return {
    kind: 'paragraph',
    level: 0,
    ordinal: null,
    language: null,
    quoted: 0,
    group: 0,
    header: false,
    where: 'body>p',
    element: null,
    ...rest,
    cells: (cells ?? [text]).map((cell) => (typeof cell === 'string' ? [aSpan(cell)] : cell)),
  };
}

/** A span; `over` adds a link or an image. */
export function aSpan(text: string, marks: Mark[] = [], over: Partial<Span> = {}): Span {
  return { text, marks, ...over };
}
