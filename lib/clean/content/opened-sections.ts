import type { Block } from '../block.ts';
import { type PageElement, parentElement } from '../dom/page-element.ts';
import type { BlockMeasures } from './block-measures.ts';
import { isText, type TextCategory } from './text-categories.ts';

/** Sections that are not the document; a heading that names one opens it for what follows. */
export const FRAME_CATEGORIES = [
  'none',
  'related',
  'comments',
  'share',
  'subscribe',
  'login',
  'byline',
  'tags',
  'cookie',
  'plain',
] as const;

export interface Section {
  /** Index in FRAME_CATEGORIES; plain is any other heading. */
  readonly category: number;
  /** Blocks since the heading. */
  readonly age: number;
  readonly level: number;
  readonly headingSize: number;
}

const NAMED: readonly TextCategory[] = [
  'related',
  'comments',
  'share',
  'subscribe',
  'login',
  'byline',
  'tags',
  'cookie',
];
const PLAIN = FRAME_CATEGORIES.length - 1;
/** A line that is no heading element still opens a section if it is this short and says so. */
const MAX_OPENER = 30;

interface Opened {
  readonly category: number;
  readonly from: number;
  readonly level: number;
  readonly size: number;
  /** The section ends with this element. */
  readonly box: PageElement | null;
}

/**
 * The section each block is in: opened by a heading or a short line that reads like one, closed by
 * the next heading of the same or a higher level or by the end of the box the heading is in.
 */
export function openedSections(
  blocks: readonly Block[],
  measures: readonly BlockMeasures[],
  owners: readonly (PageElement | null)[],
): (Section | null)[] {
  let open: Opened | null = null;
  return blocks.map((block, index) => {
    const owner = owners[index] ?? null;
    const measure = measures[index];
    if (open?.box && owner && !isWithin(owner, open.box)) open = null;
    if (measure) open = nextSection(open, block, measure, owner, index);
    if (!open) return null;
    const { category, from, level, size } = open;
    return { category, age: index - from, level, headingSize: size };
  });
}

function nextSection(
  open: Opened | null,
  block: Block,
  measure: BlockMeasures,
  owner: PageElement | null,
  from: number,
): Opened | null {
  const category = openerCategory(block, measure);
  if (category === 0) return open;
  const level = block.kind === 'heading' ? block.level : 7;
  if (open && level > open.level && open.category !== PLAIN) return open;
  return { category, from, level, size: measure.size, box: boxOf(owner) };
}

function openerCategory(block: Block, measure: BlockMeasures): number {
  const isHeading = block.kind === 'heading';
  if (!isHeading && (measure.size > MAX_OPENER || measure.ending === 1)) return 0;
  for (let index = 0; index < NAMED.length; index++) {
    const name = NAMED[index];
    if (name !== undefined && isText(measure.says, name)) return index + 1;
  }
  return isHeading ? PLAIN : 0;
}

/** A heading stands for what its grandparent holds: its parent is often only a wrapper. */
function boxOf(owner: PageElement | null): PageElement | null {
  const parent = owner ? parentElement(owner) : null;
  return parent && parent.elementCount > 1 ? parent : parent ? parentElement(parent) : null;
}

function isWithin(inner: PageElement, outer: PageElement): boolean {
  for (let at: PageElement | null = inner; at; at = parentElement(at)) {
    if (at === outer) return true;
    if (at.index < outer.index) return false;
  }
  return false;
}
