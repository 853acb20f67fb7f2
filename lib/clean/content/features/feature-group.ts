import type { PageContext } from '../page-context.ts';

/** Some columns of the feature table. */
export interface FeatureGroup {
  readonly names: readonly string[];
  /** Writes one number a name into `row`, from `from` on, for the block at `index`. */
  write(row: Float32Array, from: number, index: number, context: PageContext): void;
}
