"""Trains lib/clean/content/content-model.json: which blocks of a page belong to its document.

    pip install numpy lightgbm scikit-learn
    node scripts/quality/dump-features.ts FEATURES     (labels and features of annotated pages)
    python scripts/quality/train-content-model.py FEATURES lib/clean/content/content-model.json
    python scripts/quality/train-content-model.py FEATURES --folds 4      (F1 on sites left out)

The model is gradient-boosted trees over the features of lib/clean/content/page-features.ts; the
target is the share of a block's tokens that the annotation has. A block weighs by its share of the
page's text, so that pages count alike and long blocks more; small sets weigh more a page. Same data
and versions give the same file (fixed seed, one thread).
"""
import json
import sys
import zlib

import lightgbm
import numpy as np

SET_WEIGHT = {"articles": 3.5, "forums": 3.5, "reader": 0.5}
PHRASE_WEIGHT = 0.05  # sets where only phrases are annotated: a block instead of a page
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
    "verbose": -1,
}


def read(folder):
    names = json.load(open(f"{folder}/names.json"))
    rows = np.fromfile(f"{folder}/features.f32", dtype=np.float32).reshape(-1, len(names))
    pages = [json.loads(line) for line in open(f"{folder}/pages.jsonl")]
    kept = np.concatenate([np.array(page["kept"], np.float32) for page in pages])
    tokens = np.concatenate([np.array(page["tokens"], np.float32) for page in pages])
    return names, rows, pages, kept, tokens


def weights(pages, kept, tokens):
    result = np.zeros(len(kept), np.float32)
    for page in pages:
        part = slice(page["row"], page["row"] + page["blocks"])
        if page["set"] == "snippets":
            result[part] = np.where(kept[part] >= 0, PHRASE_WEIGHT, 0)
            continue
        size = tokens[part]
        document = max((size * (kept[part] > 0.5)).sum(), 50)
        share = np.minimum(size / document, 0.5) + 0.0005 * (size > 0)
        result[part] = share / max(share.sum(), 1) * SET_WEIGHT.get(page["set"], 1)
    return result


def fit(rows, kept, weight, index):
    scale = len(index) / weight[index].sum()
    data = lightgbm.Dataset(rows[index], np.clip(kept[index], 0, 1), weight=weight[index] * scale)
    return lightgbm.train(PARAMETERS, data, TREES)


def flat(model, names):
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
    return {"features": names, "trees": trees}


def left_out(rows, pages, kept, tokens, weight, folds):
    """Mean F1 of pages whose site the model has not seen, at a fixed threshold."""
    site = np.concatenate(
        [np.full(page["blocks"], zlib.crc32(page["site"].encode()) % folds) for page in pages]
    )
    guess = np.zeros(len(kept), np.float32)
    for fold in range(folds):
        model = fit(rows, kept, weight, np.where((site != fold) & (weight > 0))[0])
        test = np.where(site == fold)[0]
        guess[test] = model.predict(rows[test])
    scores = {}
    for page in pages:
        part = slice(page["row"], page["row"] + page["blocks"])
        if page["set"] == "snippets" or page["blocks"] == 0:
            continue
        chosen, size = guess[part] >= 0.35, tokens[part]
        hit = (kept[part] * size)[chosen].sum()
        total = size[chosen].sum() + (kept[part] * size).sum()
        scores.setdefault(page["set"], []).append(2 * hit / max(total, 1))
    for name, values in scores.items():
        print(f"{name}: {np.mean(values):.4f}")


def main():
    names, rows, pages, kept, tokens = read(sys.argv[1])
    weight = weights(pages, kept, tokens)
    if sys.argv[2] == "--folds":
        left_out(rows, pages, kept, tokens, weight, int(sys.argv[3]))
        return
    model = fit(rows, kept, weight, np.where(weight > 0)[0])
    with open(sys.argv[2], "w") as file:
        file.write(json.dumps(flat(model, names), separators=(",", ":")) + "\n")


main()
