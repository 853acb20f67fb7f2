"""Trains lib/clean/content/content-model.json: which blocks of a page belong to its document.

    pip install numpy scipy scikit-learn lightgbm
    python scripts/quality/train_content_model.py WORK [--folds 5] [--out lib/clean/content/content-model.json]

Runs scripts/quality/dump-features.ts twice. First come ids of words and names, on which a linear model
learns what each speaks for (the lexicon); then features, in which every page is read with a lexicon that has
not seen its site, and on which gradient-boosted trees learn the decision. WORK keeps what lies between, and
for each fold the model trained without its sites (fold0.json ...), for cross-validation.

The target is the share of a block's tokens that the annotation has. Same data and versions give the same
files (fixed seeds, one thread).
"""
import argparse
import os

import lightgbm
import numpy as np
from scipy import sparse

from training import (
    PARAMETERS,
    Pages,
    dump,
    fit_lexicon,
    fit_trees,
    flat,
    ids,
    read,
    share_of_page,
    write,
)

# A page of "genre" weighed 3 while there were few of them; of 800 less is enough: 3.0 gains nothing on sites they
# have not seen and loses 0.002 on the others.
SET_WEIGHT = {"articles": 4.5, "forums": 5.0, "reader": 0.5, "genre": 1.7}
PHRASE_WEIGHT = 0.06  # sets where only phrases are annotated: a block instead of a page
SCRIPT = "dump-features.ts"
# Slower steps and more of them: what a model makes of sites it has not seen depends less on its seed.
SLOW = {**PARAMETERS, "learning_rate": 0.04}
TREES = 320
TABLES = ["words", "names"]


def weigh(page, kept, tokens):
    if page["set"] == "snippets":
        return np.where(kept >= 0, PHRASE_WEIGHT, 0)
    return share_of_page(kept, tokens) * SET_WEIGHT.get(page["set"], 1)


def train_lexicons(work, folds):
    dump(SCRIPT, work)
    pages = Pages(work, folds, weigh)
    matrix = sparse.hstack([ids(work, name) for name in TABLES], format="csr")
    for fold in range(folds):
        write(f"{work}/lexicon{fold}.json", fit_lexicon(pages, matrix, TABLES, 1e-5, fold))
    write(f"{work}/lexicon.json", fit_lexicon(pages, matrix, TABLES, 1e-5))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--out")
    parser.add_argument("--reuse", action="store_true", help="keep the lexicons of the last run")
    options = parser.parse_args()
    work, folds = options.work, options.folds
    os.makedirs(work, exist_ok=True)
    if not options.reuse:
        train_lexicons(work, folds)
    dump(SCRIPT, work, work, folds)
    pages = Pages(work, folds, weigh)
    names = read(f"{work}/names.json")
    rows = np.fromfile(f"{work}/features.f32", np.float32).reshape(-1, len(names))
    target = np.clip(pages.kept, 0, 1)
    data = lightgbm.Dataset(rows, target, weight=pages.weight, params=SLOW).construct()
    guess = np.zeros(len(rows), np.float32)
    for fold in range(folds):
        model = fit_trees(pages, data, TREES, SLOW, without=fold)
        out = pages.fold == fold
        guess[out] = model.predict(rows[out])
        lexicon = read(f"{work}/lexicon{fold}.json")
        write(f"{work}/fold{fold}.json", {"lexicon": lexicon, "features": names, "trees": flat(model)})
    guess.tofile(f"{work}/guess.f32")
    if options.out:
        model = fit_trees(pages, data, TREES, SLOW)
        lexicon = read(f"{work}/lexicon.json")
        write(options.out, {"lexicon": lexicon, "features": names, "trees": flat(model)})


main()
