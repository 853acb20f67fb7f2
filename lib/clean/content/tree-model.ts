/** Gradient-boosted trees: one tree is features, thresholds, left, right and leaf values. */
export interface TreeModel {
  /** Names of the inputs in order. */
  readonly features: readonly string[];
  readonly trees: readonly TreeData[];
}

/** Children ≥ 0 are splits, -1 - i is leaf i; a value ≤ its threshold goes left. */
export type TreeData = readonly (readonly number[])[];

/**
 * The model, ready for many rows. A split is NODE numbers in a row, so that a step down the tree reads one place of
 * memory: feature, left, right, and the threshold in the same bytes as a float.
 */
export interface Forest {
  readonly width: number;
  readonly roots: Int32Array;
  readonly nodes: Int32Array;
  readonly thresholds: Float32Array;
  readonly leaf: Float64Array;
}

/** Numbers of a split, and where among them each is. */
const NODE = 4;
const LEFT = 1;
const RIGHT = 2;
const THRESHOLD = 3;

export function plantForest(model: TreeModel): Forest {
  const splits = model.trees.reduce((sum, [features]) => sum + (features?.length ?? 0), 0);
  const leaves = model.trees.reduce((sum, tree) => sum + (tree[4]?.length ?? 0), 0);
  const nodes = new Int32Array(splits * NODE);
  const forest = {
    width: model.features.length,
    roots: new Int32Array(model.trees.length),
    nodes,
    thresholds: new Float32Array(nodes.buffer),
    leaf: new Float64Array(leaves),
  };
  let split = 0;
  let leaf = 0;
  for (const [tree, data] of model.trees.entries()) {
    const [features = [], , , , values = []] = data;
    forest.roots[tree] = features.length > 0 ? split * NODE : -1 - leaf;
    plantTree(forest, data, split, leaf);
    forest.leaf.set(values, leaf);
    split += features.length;
    leaf += values.length;
  }
  return forest;
}

/** Writes the splits of a tree whose first split and first leaf have these numbers. */
function plantTree(forest: Forest, tree: TreeData, split: number, leaf: number): void {
  const { nodes } = forest;
  const [features = [], thresholds = [], lefts = [], rights = []] = tree;
  for (let index = 0; index < features.length; index += 1) {
    const place = (split + index) * NODE;
    const left = lefts[index] ?? 0;
    const right = rights[index] ?? 0;
    nodes[place] = features[index] ?? 0;
    nodes[place + LEFT] = left < 0 ? left - leaf : (left + split) * NODE;
    nodes[place + RIGHT] = right < 0 ? right - leaf : (right + split) * NODE;
    writeThreshold(forest, place + THRESHOLD, thresholds[index] ?? 0);
  }
}

/**
 * The largest float not above the number: a row's floats are on the same side of both. Where rounding went up, the next
 * float below is the one whose bits count one less, or one more under zero.
 */
function writeThreshold({ thresholds, nodes }: Forest, place: number, value: number): void {
  thresholds[place] = value;
  const float = thresholds[place] ?? 0;
  if (float > value) nodes[place] = (nodes[place] ?? 0) + (float > 0 ? -1 : 1);
}

/** Probability for one row of `forest.width` numbers. Reads the arrays directly: the hottest loop of cleaning. */
export function predict({ roots, nodes, thresholds, leaf }: Forest, row: Float32Array): number {
  let sum = 0;
  for (let tree = 0; tree < roots.length; tree += 1) {
    let node = roots[tree] ?? 0;
    while (node >= 0) {
      const value = row[nodes[node] ?? 0] ?? 0;
      const side = value <= (thresholds[node + THRESHOLD] ?? 0) ? LEFT : RIGHT;
      node = nodes[node + side] ?? 0;
    }
    sum += leaf[-1 - node] ?? 0;
  }
  return 1 / (1 + Math.exp(-sum));
}
