import type { FlowContext } from '../flow-context.ts';
import type { PageContext } from '../page-context.ts';

/** Some columns of the feature table of blocks in a `Context`. */
export interface FeatureGroup<Context = PageContext> {
  readonly names: readonly string[];
  /** The columns are the same for all blocks of a page: written once. */
  readonly isPageWide?: boolean;
  /** Writes one number a name into `row`, from `from` on, for the block at `index`. */
  write(row: Float32Array, from: number, index: number, context: Context): void;
}

/** Columns that need no tree. */
export type FlowFeatures = FeatureGroup<FlowContext>;

/** Writes rows of the groups; the row is the same for all blocks and overwritten by the next call. */
export function rowWriter<Context>(
  groups: readonly FeatureGroup<Context>[],
  context: Context,
): (index: number) => Float32Array {
  const width = groups.reduce((sum, { names }) => sum + names.length, 0);
  const row = new Float32Array(width);
  const own: { readonly group: FeatureGroup<Context>; readonly from: number }[] = [];
  let from = 0;
  for (const group of groups) {
    if (group.isPageWide) group.write(row, from, 0, context);
    else own.push({ group, from });
    from += group.names.length;
  }
  return (index) => {
    for (const { group, from } of own) group.write(row, from, index, context);
    return row;
  };
}
