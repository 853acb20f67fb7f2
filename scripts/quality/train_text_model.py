"""Trains lib/clean/lines/text-model.json: which lines of an extracted text are its document, which is its title.

    python scripts/quality/train_text_model.py WORK [--folds 5] [--out lib/clean/lines/text-model.json]

As train_content_model.py, on scripts/quality/dump-lines.ts. There are five sets of trees: which line is the title,
and, over the features of a line and of the one above, whether the document is entered with it and whether it is left;
and the same with the line below. Each pair is a chain (maximum-entropy Markov model, McCallum et al. 2000), one down
the text and one up: where a document begins and ends is told by both sides of a seam, and from both ends of the text.
"""
import argparse
import os

import lightgbm
import numpy as np

from training import PARAMETERS, Pages, dump, fit_lexicon, fit_trees, flat, ids, read, write

SET_WEIGHT = {"text": 2.0, "page": 1.0, "near": 1.0, "bare": 1.2}
SCRIPT = "dump-lines.ts"
TITLE_TREES = 60
CHAIN_TREES = 150
#: Of a line above the first and below the last.
OUTSIDE = -5
LEAST_TITLE = 1e-4
FARTHEST = 20
SMALL = {
    **PARAMETERS,
    "num_leaves": 16,
    "min_data_in_leaf": 25,
    "min_sum_hessian_in_leaf": 0.5,
    "learning_rate": 0.07,
}
CHAIN = {**SMALL, "num_leaves": 16, "learning_rate": 0.08, "lambda_l2": 3}


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
    titles = lightgbm.Dataset(rows, isTitle, weight=pages.weight, params=SMALL).construct()
    title = np.zeros(len(rows), np.float32)
    for fold in range(folds):
        out = pages.fold == fold
        title[out] = fit_trees(pages, titles, TITLE_TREES, SMALL, fold).predict(rows[out])

    chains = {"down": chain(pages, rows, title, -1), "up": chain(pages, rows, title, 1)}

    def fit(without=None):
        lexicon = read(f"{work}/lexicon{'' if without is None else without}.json")
        trees = fit_trees(pages, titles, TITLE_TREES, SMALL, without)
        stored = {"lexicon": lexicon, "features": names, "title": flat(trees)}
        for way, seams in chains.items():
            stored[way] = {
                seam: flat(fit_trees(pages, data, CHAIN_TREES, CHAIN, without, weight))
                for seam, (data, weight) in seams.items()
            }
        return stored

    for fold in range(folds):
        write(f"{work}/text-fold{fold}.json", fit(fold))
    if options.out:
        write(options.out, fit())


def chain(pages, rows, title, step):
    """The two data sets of one direction, with their weights."""
    pairs = pair_rows(pages, rows, title, step)
    kept = (pages.kept >= 0.5).astype(np.float32)
    beside = shifted(pages, kept, step, 0)
    return {
        "enter": chain_set(pairs, kept, np.where(beside == 0, pages.weight, 0)),
        "leave": chain_set(pairs, 1 - kept, np.where(beside == 1, pages.weight, 0)),
    }


def chain_set(pairs, label, weight):
    return lightgbm.Dataset(pairs, label, params=CHAIN).construct(), weight


def pair_rows(pages, rows, title, step):
    """Features of a line, of the one beside it, and where the likeliest title stands: as seam-rows.ts writes."""
    best = np.zeros(len(rows), np.float32)
    distance = np.zeros(len(rows), np.float32)
    for part in parts(pages):
        best[part] = title[part].max()
        distance[part] = np.arange(part.stop - part.start) - title[part].argmax()
    own = np.log(np.maximum(title, LEAST_TITLE))
    near = np.clip(distance, -FARTHEST, FARTHEST)
    beside = shifted(pages, rows, step, OUTSIDE)
    return np.column_stack([rows, beside, own, best, near]).astype(np.float32)


def shifted(pages, values, step, outside):
    """For each line what the line `step` away has."""
    out = np.full_like(values, outside)
    for part in parts(pages):
        inner = slice(part.start, part.stop - 1)
        outer = slice(part.start + 1, part.stop)
        out[outer if step < 0 else inner] = values[inner if step < 0 else outer]
    return out


def parts(pages):
    return [slice(page["row"], page["row"] + page["blocks"]) for page in pages.pages if page["blocks"]]


main()
