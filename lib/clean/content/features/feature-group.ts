import type { Block } from '../../block.ts';
import type { PageElement } from '../../dom/page-element.ts';
import type { BlockMeasures } from '../block-measures.ts';
import type { PageContext } from '../page-context.ts';

/** One block and the page around it. */
export interface FeatureRow {
  readonly index: number;
  readonly block: Block;
  readonly measure: BlockMeasures;
  readonly owner: PageElement | null;
  readonly context: PageContext;
}

export type Put = (value: number) => void;

/** Some columns of the feature table: `write` puts exactly one value a name. */
export interface FeatureGroup {
  readonly names: readonly string[];
  write(put: Put, row: FeatureRow): void;
}
