import type { Repair, RepairEvent } from '#lib/model/removal.ts';
import { applyEdits, type Block, blockText, type Edit, editBlock } from '../block.ts';

/** Between the lines of a block and the cells of a row. */
export const LINE_BREAK = /[\n\t]/;

/** Edits of one line, sorted, not overlapping; [] leaves it. */
export type LineRepair = (line: string) => readonly Edit[];

export interface EditedBlocks {
  readonly blocks: readonly Block[];
  /** One event a changed block: its whole text before and after, so that a reader can undo it. */
  readonly events: readonly RepairEvent[];
}

/** Every block but code with `repair` applied to each of its lines; only blocks that `mayNeed` it are read. */
export function editLines(
  blocks: readonly Block[],
  name: Repair,
  repair: LineRepair,
  mayNeed: (text: string) => boolean = () => true,
): EditedBlocks {
  const events: RepairEvent[] = [];
  const edited = blocks.map((block) => {
    if (block.kind === 'code') return block;
    const before = blockText(block);
    const edits = mayNeed(before) ? textEdits(before, repair) : [];
    if (edits.length === 0) return block;
    events.push({ repair: name, before, after: applyEdits(before, edits), where: block.where });
    return editBlock(block, edits);
  });
  return { blocks: edited, events };
}

/** The edits of a text of several lines or cells. */
export function textEdits(text: string, repair: LineRepair): readonly Edit[] {
  if (!LINE_BREAK.test(text)) return repair(text);
  const edits: Edit[] = [];
  let offset = 0;
  for (const line of text.split(LINE_BREAK)) {
    for (const { from, to, insert } of repair(line)) {
      edits.push({ from: from + offset, to: to + offset, insert });
    }
    offset += line.length + 1;
  }
  return edits;
}
