import type { Block, Span } from '../block.ts';

/** One Chinese character or mark: what the picture of a character has as its text. */
const ONE_CHARACTER =
  /^[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff65]$|^[\u{20000}-\u{323af}]$/u;
const HAN_END = /[\u3400-\u4dbf\u4e00-\u9fff，、。；：“”]$/;
const HAN_START = /^[\u3400-\u4dbf\u4e00-\u9fff，、。；：“”]/;

/** The block with pictures of characters inside Chinese text replaced by the characters they show. */
export function readImageCharacters(block: Block): Block {
  if (!block.cells.some((spans) => spans.some((span) => span.image !== undefined))) return block;
  let changed = false;
  const cells = block.cells.map((spans) =>
    spans.map((span, index) => {
      const alt = span.image?.alt.trim() ?? '';
      if (!ONE_CHARACTER.test(alt) || !isInsideHan(spans, index)) return span;
      changed = true;
      const { image: _image, ...text } = span;
      return { ...text, text: alt };
    }),
  );
  return changed ? { ...block, cells } : block;
}

function isInsideHan(spans: readonly Span[], index: number): boolean {
  const before = spans[index - 1]?.text ?? '';
  const after = spans[index + 1]?.text ?? '';
  return HAN_END.test(before) || HAN_START.test(after);
}
