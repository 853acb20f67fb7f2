"""Trains lib/clean/lines/text-model.json: which lines of an extracted text are its document, which is its title.

    python scripts/quality/train_text_model.py WORK [--folds 5] [--out lib/clean/lines/text-model.json]

As train_content_model.py, on scripts/quality/dump-lines.ts; there are two sets of trees over the same
features.
"""
import argparse
import os

import lightgbm
import numpy as np

from training import PARAMETERS, Pages, dump, fit_lexicon, fit_trees, flat, ids, read, write

SET_WEIGHT = {"text": 2.0, "page": 1.0, "near": 1.0, "bare": 1.2}
SCRIPT = "dump-lines.ts"
KEEP_TREES = 120
TITLE_TREES = 60
SMALL = {
    **PARAMETERS,
    "num_leaves": 16,
    "min_data_in_leaf": 25,
    "min_sum_hessian_in_leaf": 0.5,
    "learning_rate": 0.07,
}


def weigh(page, kept, tokens):
    """Lines count more alike than blocks: a frame line that stays spoils a text, however short it is."""
    weight = 0.3 + np.minimum(tokens, 30) / 30
    return weight / max(weight.sum(), 1) * 40 * SET_WEIGHT[page["set"]]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--out")
    options = parser.parse_args()
    work, folds = options.work, options.folds
    os.makedirs(work, exist_ok=True)
    dump(SCRIPT, work)
    pages = Pages(work, folds, weigh)
    matrix = ids(work, "words")
    for fold in range(folds):
        write(f"{work}/lexicon{fold}.json", fit_lexicon(pages, matrix, ["words"], 1e-4, fold))
    write(f"{work}/lexicon.json", fit_lexicon(pages, matrix, ["words"], 1e-4))
    dump(SCRIPT, work, work, folds)
    pages = Pages(work, folds, weigh)
    names = read(f"{work}/names.json")
    rows = np.fromfile(f"{work}/features.f32", np.float32).reshape(-1, len(names))
    isTitle = np.zeros(len(rows), np.float32)
    for page in pages.pages:
        if page["title"] >= 0:
            isTitle[page["row"] + page["title"]] = 1
    keeps = lightgbm.Dataset(rows, pages.kept, weight=pages.weight, params=SMALL).construct()
    titles = lightgbm.Dataset(rows, isTitle, weight=pages.weight, params=SMALL).construct()

    def fit(without=None):
        keep = fit_trees(pages, keeps, KEEP_TREES, SMALL, without)
        title = fit_trees(pages, titles, TITLE_TREES, SMALL, without)
        lexicon = read(f"{work}/lexicon{'' if without is None else without}.json")
        stored = {"lexicon": lexicon, "features": names, "keep": flat(keep), "title": flat(title)}
        return keep, title, stored

    guess = np.zeros((2, len(rows)), np.float32)
    for fold in range(folds):
        keep, title, stored = fit(fold)
        out = pages.fold == fold
        guess[0, out], guess[1, out] = keep.predict(rows[out]), title.predict(rows[out])
        write(f"{work}/text-fold{fold}.json", stored)
    guess.tofile(f"{work}/guess.f32")
    if options.out:
        write(options.out, fit()[2])


main()
