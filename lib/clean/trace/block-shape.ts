import type { BlockShape } from '#lib/model/page-trace.ts';
import type { Block } from '../block.ts';

/** What a block is, without what it says. */
export function blockShape({ kind, level, ordinal, quoted, group, header }: Block): BlockShape {
  return { kind, level, ordinal, quoted, group, header };
}
