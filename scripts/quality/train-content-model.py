"""Trains lib/clean/content/content-model.json: which blocks of a page belong to its document.

    pip install numpy scipy scikit-learn lightgbm
    python scripts/quality/train-content-model.py WORK [--folds 5] [--out lib/clean/content/content-model.json]

Runs scripts/quality/dump-features.ts twice. First come ids of words and names, on which a linear model
learns what each speaks for (the lexicon); then features, in which every page is read with a lexicon that has
not seen its site, and on which gradient-boosted trees learn the decision. WORK keeps what lies between, and
for each fold the model trained without its sites (fold0.json ...), for cross-validation.

The target is the share of a block's tokens that the annotation has. A block weighs by its share of the
page's text, so that pages count alike and long blocks more; small sets weigh more a page. Same data and
versions give the same files (fixed seeds, one thread).
"""
import argparse
import base64
import json
import os
import subprocess
import zlib

import lightgbm
import numpy as np
from scipy import sparse
from sklearn.linear_model import SGDClassifier

SET_WEIGHT = {"articles": 3.5, "forums": 3.5, "reader": 0.5, "genre": 3.0}
PHRASE_WEIGHT = 0.05  # sets where only phrases are annotated: a block instead of a page
IDS = 1 << 15  # ID_BITS in word-ids.ts
TREES = 180
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
    """The annotated pages of one dump, and what each of their blocks weighs."""

    def __init__(self, folder, folds):
        self.folder = folder
        self.folds = folds
        with open(f"{folder}/pages.jsonl") as file:
            self.pages = [json.loads(line) for line in file]
        self.kept = self.column(lambda page: page["kept"])
        self.tokens = self.column(lambda page: page["tokens"])
        self.fold = np.concatenate(
            [np.full(page["blocks"], fold_of(page, folds), np.int8) for page in self.pages]
        )
        self.weight = self.weights()

    def column(self, read):
        return np.concatenate([np.array(read(page), np.float32) for page in self.pages])

    def weights(self):
        result = np.zeros(len(self.kept), np.float32)
        for page in self.pages:
            part = slice(page["row"], page["row"] + page["blocks"])
            kept, size = self.kept[part], self.tokens[part]
            if page["set"] == "snippets":
                result[part] = np.where(kept >= 0, PHRASE_WEIGHT, 0)
                continue
            document = max((size * (kept > 0.5)).sum(), 50)
            share = np.minimum(size / document, 0.5) + 0.0005 * (size > 0)
            result[part] = share / max(share.sum(), 1) * SET_WEIGHT.get(page["set"], 1)
        return result

    def rows(self, without=None):
        """Rows to train on: all that weigh, less those of one fold."""
        known = self.weight > 0
        return np.where(known if without is None else known & (self.fold != without))[0]


def fold_of(page, folds):
    return zlib.crc32(page["site"].encode()) % folds


def ids(folder, name):
    """Rows of ids as a sparse matrix, each row divided by the root of its number of ids."""
    columns = np.fromfile(f"{folder}/{name}.i32", np.int32)
    ends = np.fromfile(f"{folder}/{'word' if name == 'words' else 'name'}s.end", np.int32)
    starts = np.concatenate([[0], ends])
    scale = 1 / np.sqrt(np.maximum(np.diff(starts), 1)).astype(np.float32)
    data = np.repeat(scale, np.diff(starts))
    matrix = sparse.csr_matrix((data, columns, starts), shape=(len(ends), IDS))
    matrix.sum_duplicates()
    return matrix


def fit_lexicon(pages, matrix, without=None):
    rows = pages.rows(without)
    weight = np.sqrt(pages.weight[rows])
    model = SGDClassifier(
        loss="log_loss", alpha=1e-5, max_iter=5, tol=None, random_state=1, average=True
    )
    model.fit(
        matrix[rows], pages.kept[rows] >= 0.5, sample_weight=weight / weight.mean()
    )
    weights = model.coef_[0]
    step = float("%.4g" % (np.quantile(np.abs(weights), 0.9995) / 127))
    bytes_ = np.clip(np.round(weights / step), -127, 127).astype(np.int8)
    encode = lambda part: base64.b64encode(part.tobytes()).decode()
    return {
        "words": encode(bytes_[:IDS]),
        "names": encode(bytes_[IDS:]),
        "step": step,
        "bias": round(float(model.intercept_[0]), 4),
    }


def fit_trees(pages, data, without=None):
    rows = pages.rows(without)
    part = data.subset(rows)
    part.set_weight(pages.weight[rows] * len(rows) / pages.weight[rows].sum())
    return lightgbm.train(PARAMETERS, part, TREES)


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


def dump(folder, *arguments):
    command = ["node", "scripts/quality/dump-features.ts", folder, *map(str, arguments)]
    subprocess.run(command, check=True)


def write(path, value):
    with open(path, "w") as file:
        file.write(json.dumps(value, separators=(",", ":")) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--out")
    parser.add_argument("--reuse", action="store_true", help="keep the lexicons of the last run")
    options = parser.parse_args()
    work, folds = options.work, range(options.folds)
    os.makedirs(work, exist_ok=True)
    if not options.reuse:
        dump(work)
        pages = Pages(work, options.folds)
        matrix = sparse.hstack([ids(work, "words"), ids(work, "names")], format="csr")
        for fold in folds:
            write(f"{work}/lexicon{fold}.json", fit_lexicon(pages, matrix, fold))
        write(f"{work}/lexicon.json", fit_lexicon(pages, matrix))
        del matrix
    dump(work, work, options.folds)
    pages = Pages(work, options.folds)
    with open(f"{work}/names.json") as file:
        names = json.load(file)
    rows = np.fromfile(f"{work}/features.f32", np.float32).reshape(-1, len(names))
    data = lightgbm.Dataset(
        rows, np.clip(pages.kept, 0, 1), weight=pages.weight, params=PARAMETERS
    ).construct()
    guess = np.zeros(len(rows), np.float32)
    for fold in folds:
        model = fit_trees(pages, data, fold)
        out = pages.fold == fold
        guess[out] = model.predict(rows[out])
        with open(f"{work}/lexicon{fold}.json") as file:
            lexicon = json.load(file)
        write(f"{work}/fold{fold}.json", {"lexicon": lexicon, "features": names, "trees": flat(model)})
    guess.tofile(f"{work}/guess.f32")
    if options.out:
        model = fit_trees(pages, data)
        with open(f"{work}/lexicon.json") as file:
            lexicon = json.load(file)
        write(options.out, {"lexicon": lexicon, "features": names, "trees": flat(model)})


main()
