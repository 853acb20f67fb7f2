import { type PageElement, parentElement } from '../dom/page-element.ts';
import { TAG } from '../dom/tag-sets.ts';
import type { TreeMeasures } from './tree-measures.ts';

/** Where each element meets a landmark of the page: the smallest element that holds both. */
export interface Meeting {
  /** Index of the landmark; -1 if the page has none. */
  readonly landmark: number;
  /** By element: index of the meeting element. */
  readonly meet: Int32Array;
}

/** One pass down: on the way to the landmark an element is its own meeting point, else its parent's is. */
export function meetingsWith(
  elements: readonly PageElement[],
  landmark: PageElement | null,
): Meeting {
  const meet = new Int32Array(elements.length).fill(-1);
  for (let up = landmark; up; up = parentElement(up)) meet[up.index] = up.index;
  if (landmark) {
    for (const element of elements) {
      const { index } = element;
      if ((meet[index] ?? -1) < 0) meet[index] = meet[parentElement(element)?.index ?? 0] ?? -1;
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

export function boxesOf(elements: readonly PageElement[], { blocks }: TreeMeasures): Boxes {
  const first = new Int32Array(elements.length);
  const outer = new Int32Array(elements.length);
  for (const element of elements) {
    const { index, tag } = element;
    const up = parentElement(element)?.index ?? index;
    const count = blocks[index] ?? 0;
    const isBox = count > 1 || (count === 1 && (tag & TAG.block) !== 0);
    first[index] = isBox || up === index ? index : (first[up] ?? 0);
    outer[index] = up !== index && (blocks[up] ?? 0) <= count ? (outer[up] ?? up) : up;
  }
  return { first, outer };
}
