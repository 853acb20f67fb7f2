import type { ElementTable } from '../dom/element-table.ts';
import type { PageElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import { TAG } from '../dom/tag-sets.ts';
import { at, atInt } from './numbers.ts';
import type { TreeMeasures } from './tree-measures.ts';

/** Where each element meets a landmark of the page: the smallest element that holds both. */
export interface Meeting {
  /** Index of the landmark; -1 if the page has none. */
  readonly landmark: number;
  /** By element: index of the meeting element. */
  readonly meet: Int32Array;
}

/** One pass down: on the way to the landmark an element is its own meeting point, else its parent's is. */
export function meetingsWith({ up }: ElementTable, landmark: PageElement | null): Meeting {
  const meet = new Int32Array(up.length).fill(-1);
  for (let own = landmark?.index ?? -1; own >= 0; own = up[own] ?? -1) meet[own] = own;
  if (landmark) {
    for (let index = 0; index < up.length; index += 1) {
      if ((meet[index] ?? -1) < 0) meet[index] = meet[Math.max(0, up[index] ?? 0)] ?? -1;
    }
  }
  return { landmark: landmark?.index ?? -1, meet };
}

/** Boxes by element: the nearest that groups blocks, and the next larger one. */
export interface Boxes {
  /** The element itself, or the nearest around it that is a block or holds several. */
  readonly first: Int32Array;
  /** The nearest element around it that holds more blocks; itself if there is none. */
  readonly outer: Int32Array;
}

export function boxesOf({ elements, table }: ParsedPage, { blocks }: TreeMeasures): Boxes {
  const first = new Int32Array(elements.length);
  const outer = new Int32Array(elements.length);
  for (let index = 0; index < elements.length; index += 1) {
    const parent = atInt(table.up, index);
    const up = parent < 0 ? index : parent;
    const count = at(blocks, index);
    const isBox = count > 1 || (count === 1 && ((elements[index]?.tag ?? 0) & TAG.block) !== 0);
    first[index] = isBox || up === index ? index : atInt(first, up);
    outer[index] = up !== index && at(blocks, up) <= count ? atInt(outer, up) : up;
  }
  return { first, outer };
}
