import type { Repair, RepairEvent } from '#lib/model/removal.ts';
import type { Block } from '../block.ts';

export interface RepairResult {
  readonly blocks: readonly Block[];
  readonly events: readonly RepairEvent[];
  readonly repairs: readonly Repair[];
  /** Bytes were lost that could not be restored. */
  readonly damaged: boolean;
  /** The same repairs for strings outside the blocks: titles, meta values. */
  readonly repairText: (text: string) => string;
}

/** Undoes damage to the characters, before anything is judged by its words. */
export function repairDamage(blocks: readonly Block[]): RepairResult {
  return { blocks, events: [], repairs: [], damaged: false, repairText: (text) => text };
}

/** Undoes damage to the layout of what was kept: page breaks of viewers, doubled runs. */
export function repairLayout(blocks: readonly Block[]): RepairResult {
  return { blocks, events: [], repairs: [], damaged: false, repairText: (text) => text };
}
