import type { FlowContext } from '../flow-context.ts';
import type { PageContext } from '../page-context.ts';

/** Some columns of the feature table of blocks in a `Context`. */
export interface FeatureGroup<Context = PageContext> {
  readonly names: readonly string[];
  /** Writes one number a name into `row`, from `from` on, for the block at `index`. */
  write(row: Float32Array, from: number, index: number, context: Context): void;
}

/** Columns that need no tree. */
export type FlowFeatures = FeatureGroup<FlowContext>;
