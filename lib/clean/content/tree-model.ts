/** Gradient-boosted trees: one tree is features, thresholds, left, right and leaf values. */
export interface TreeModel {
  /** Names of the inputs in order. */
  readonly features: readonly string[];
  readonly trees: readonly TreeData[];
}

/** Children ≥ 0 are splits, -1 - i is leaf i; a value ≤ its threshold goes left. */
export type TreeData = readonly (readonly number[])[];

/** The model in flat arrays, ready for many rows. */
export interface Forest {
  readonly width: number;
  readonly roots: Int32Array;
  readonly feature: Int32Array;
  readonly threshold: Float64Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly leaf: Float64Array;
}

export function plantForest(model: TreeModel): Forest {
  const splits = model.trees.reduce((sum, [features]) => sum + (features?.length ?? 0), 0);
  const leaves = model.trees.reduce((sum, tree) => sum + (tree[4]?.length ?? 0), 0);
  const forest = {
    width: model.features.length,
    roots: new Int32Array(model.trees.length),
    feature: new Int32Array(splits),
    threshold: new Float64Array(splits),
    left: new Int32Array(splits),
    right: new Int32Array(splits),
    leaf: new Float64Array(leaves),
  };
  let split = 0;
  let leaf = 0;
  model.trees.forEach(
    ([features = [], thresholds = [], lefts = [], rights = [], values = []], tree) => {
      const child = (index: number): number => (index < 0 ? index - leaf : index + split);
      forest.roots[tree] = features.length > 0 ? split : -1 - leaf;
      forest.feature.set(features, split);
      forest.threshold.set(thresholds, split);
      forest.left.set(lefts.map(child), split);
      forest.right.set(rights.map(child), split);
      forest.leaf.set(values, leaf);
      split += features.length;
      leaf += values.length;
    },
  );
  return forest;
}

/** Probability for one row of `forest.width` numbers. */
export function predict(forest: Forest, row: Float32Array): number {
  let sum = 0;
  for (const root of forest.roots) sum += leafOf(forest, root, row);
  return 1 / (1 + Math.exp(-sum));
}

/** Reads the arrays directly: the hottest loop of cleaning. */
function leafOf(forest: Forest, root: number, row: Float32Array): number {
  const { feature, threshold, left, right, leaf } = forest;
  let node = root;
  while (node >= 0) {
    const value = row[feature[node] ?? 0] ?? 0;
    node = (value <= (threshold[node] ?? 0) ? left[node] : right[node]) ?? 0;
  }
  return leaf[-1 - node] ?? 0;
}
