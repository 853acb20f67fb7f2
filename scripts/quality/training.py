"""What the trainings of the two models of cleaning share; see train_content_model.py and train_text_model.py."""
import base64
import json
import subprocess
import zlib

import lightgbm
import numpy as np
from scipy import sparse
from sklearn.linear_model import SGDClassifier

IDS = 1 << 15  # ID_BITS in word-ids.ts
PARAMETERS = {
    "objective": "cross_entropy",
    "learning_rate": 0.08,
    "num_leaves": 24,
    "min_data_in_leaf": 60,
    "min_sum_hessian_in_leaf": 0.02,
    "feature_fraction": 0.35,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 0.5,
    "max_bin": 63,
    "seed": 7,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}


class Pages:
    """The annotated pages of one dump; `weigh(page, kept, tokens)` says what each block of a page weighs."""

    def __init__(self, folder, folds, weigh):
        with open(f"{folder}/pages.jsonl") as file:
            self.pages = [json.loads(line) for line in file]
        self.kept = self.column(lambda page: page["kept"])
        self.tokens = self.column(lambda page: page["tokens"])
        self.fold = np.concatenate(
            [np.full(page["blocks"], fold_of(page, folds), np.int8) for page in self.pages]
        )
        self.weight = np.zeros(len(self.kept), np.float32)
        for page in self.pages:
            part = slice(page["row"], page["row"] + page["blocks"])
            self.weight[part] = weigh(page, self.kept[part], self.tokens[part])

    def column(self, read):
        return np.concatenate([np.array(read(page), np.float32) for page in self.pages])

    def rows(self, without=None):
        """Rows to train on: all that weigh, less those of one fold."""
        known = self.weight > 0
        return np.where(known if without is None else known & (self.fold != without))[0]


def fold_of(page, folds):
    return zlib.crc32(page["site"].encode()) % folds


def share_of_page(kept, size):
    """A block weighs by its share of the document, so that pages count alike and long blocks more."""
    document = max((size * (kept > 0.5)).sum(), 50)
    share = np.minimum(size / document, 0.5) + 0.0005 * (size > 0)
    return share / max(share.sum(), 1)


def ids(folder, name):
    """Rows of ids as a sparse matrix, each row divided by the root of its number of ids."""
    columns = np.fromfile(f"{folder}/{name}.i32", np.int32)
    ends = np.fromfile(f"{folder}/{name}.end", np.int32)
    counts = np.diff(np.concatenate([[0], ends]))
    scale = 1 / np.sqrt(np.maximum(counts, 1)).astype(np.float32)
    starts = np.concatenate([[0], ends])
    matrix = sparse.csr_matrix((np.repeat(scale, counts), columns, starts), (len(ends), IDS))
    matrix.sum_duplicates()
    return matrix


def fit_lexicon(pages, matrix, names, alpha, without=None):
    """A linear model of the ids in `matrix`, IDS columns for each of `names`, as the cleaner reads it."""
    rows = pages.rows(without)
    weight = np.sqrt(pages.weight[rows])
    model = SGDClassifier(
        loss="log_loss", alpha=alpha, max_iter=5, tol=None, random_state=1, average=True
    )
    model.fit(matrix[rows], pages.kept[rows] >= 0.5, sample_weight=weight / weight.mean())
    weights = model.coef_[0]
    step = float("%.4g" % (np.quantile(np.abs(weights), 0.9995) / 127))
    steps = np.clip(np.round(weights / step), -127, 127).astype(np.int8)
    tables = {
        name: base64.b64encode(steps[at * IDS : (at + 1) * IDS].tobytes()).decode()
        for at, name in enumerate(names)
    }
    return {**tables, "step": step, "bias": round(float(model.intercept_[0]), 4)}


def fit_trees(pages, data, trees, parameters=PARAMETERS, without=None, weight=None):
    """Trees over all rows that weigh, by `weight` or what the pages say, less those of one fold."""
    weight = pages.weight if weight is None else weight
    rows = np.where((weight > 0) & (pages.fold != (-1 if without is None else without)))[0]
    part = data.subset(rows)
    part.set_weight(weight[rows] * len(rows) / weight[rows].sum())
    return lightgbm.train(parameters, part, trees)


def flat(model):
    """Each tree as features, thresholds, left, right, leaf values; child -1 - i is leaf i."""
    trees = []
    for tree in model.dump_model()["tree_info"]:
        features, thresholds, left, right, values = [], [], [], [], []

        def walk(node):
            if "split_feature" not in node:
                values.append(round(node["leaf_value"], 4))
                return -len(values)
            at = len(features)
            features.append(node["split_feature"])
            thresholds.append(float("%.5g" % node["threshold"]))
            left.append(0)
            right.append(0)
            left[at] = walk(node["left_child"])
            right[at] = walk(node["right_child"])
            return at

        walk(tree["tree_structure"])
        trees.append([features, thresholds, left, right, values])
    return trees


def dump(script, folder, *arguments):
    subprocess.run(["node", f"scripts/quality/{script}", folder, *map(str, arguments)], check=True)


def read(path):
    with open(path) as file:
        return json.load(file)


def write(path, value):
    with open(path, "w") as file:
        file.write(json.dumps(value, separators=(",", ":")) + "\n")
