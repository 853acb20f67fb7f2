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

/**
 * The section each block is in: opened by a heading or a short line that reads like one, closed by
 * the next heading of the same or a higher level or by the end of the box the heading is in.
 */
export function openedSections(
  blocks: readonly Block[],
  measures: readonly BlockMeasures[],
  owners: readonly (PageElement | null)[],
): (Section | null)[] {
  const sections: (Section | null)[] = [];
  let open: {
    category: number;
    at: number;
    level: number;
    size: number;
    box: PageElement | null;
  } | null = null;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index];
    const measure = measures[index];
    if (!block || !measure) continue;
    const owner = owners[index] ?? null;
    if (open?.box && owner && !isWithin(owner, open.box)) open = null;
    const category = openerCategory(block, measure);
    if (category > 0) {
      const level = block.kind === 'heading' ? block.level : 7;
      if (!open || level <= open.level || open.category === PLAIN) {
        open = { category, at: index, level, size: measure.size, box: boxOf(owner) };
      }
    }
    sections.push(
      open
        ? {
            category: open.category,
            age: index - open.at,
            level: open.level,
            headingSize: open.size,
          }
        : null,
    );
  }
  return sections;
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
