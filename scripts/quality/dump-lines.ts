/**
 * Writes what the text model is trained on, for one pass of training, as dump-features.ts does for pages:
 *   node scripts/quality/dump-lines.ts FOLDER [LEXICONS FOLDS]
 * Besides the annotated texts, annotated pages are read as texts: whole, cut close around the document, and
 * the document alone, which must come out as it is.
 */
import { join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { withoutPageLines } from '#lib/clean/lines/page-lines.ts';
import { type Block, blockText } from '../../lib/clean/block.ts';
import { decodeBytes } from '../../lib/clean/charset/decode-bytes.ts';
import { MAX_WORD_IDS, wordIds } from '../../lib/clean/content/words/word-ids.ts';
import { pageBlocks } from '../../lib/clean/dom/page-blocks.ts';
import { PageElement } from '../../lib/clean/dom/page-element.ts';
import { parsePage } from '../../lib/clean/dom/parse-page.ts';
import { scanLines } from '../../lib/clean/lines/scan-lines.ts';
import { textBlocks } from '../../lib/clean/lines/text-blocks.ts';
import { LINE_FEATURE_NAMES, lineRows, textContext } from '../../lib/clean/lines/text-context.ts';
import { repairDamage } from '../../lib/clean/repairs/repair-blocks.ts';
import { pageBytes, readSet, siteOf } from './bench-set.ts';
import { authoredSets, benchFolder, type GenrePage, siteIn } from './genre-pages.ts';
import { labelBlocks } from './label-blocks.ts';
import { NO_LEXICON, readLexicons, trainingFiles } from './training-files.ts';

interface TrainingText {
  readonly set: 'text' | 'page' | 'near' | 'bare';
  readonly id: string;
  readonly site: string;
  readonly text: string;
  readonly gold: string;
  readonly title: string | null;
}

const bench = benchFolder();
const [, , folderName = 'lines', lexicons, foldCount = '5'] = process.argv;
const folder = resolve(folderName);
const HAN = /\p{Script=Han}/gu;
/** A page with fewer Han characters is not of the genre. */
const LEAST_HAN = 100;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;

const folds = lexicons === undefined ? [] : readLexicons(resolve(lexicons), Number(foldCount));
const files = trainingFiles(folder, ['words'], LINE_FEATURE_NAMES);
let row = 0;
for (const text of trainingTexts()) dumpText(text);
files.close();
console.log(`${row} lines, ${LINE_FEATURE_NAMES.length} features`);

function* trainingTexts(): Generator<TrainingText> {
  for (const { pages } of authoredSets(join(bench, '..'))) {
    for (const page of pages) yield* ofGenre(page);
  }
  for (const set of ['articles', 'forums']) {
    for (const page of readSet(join(bench, set))) {
      const gold = page.gold ?? '';
      if ((gold.match(HAN)?.length ?? 0) < LEAST_HAN) continue;
      const bytes = pageBytes(join(bench, set), page);
      const { text } = decodeBytes(bytes, 'text/html');
      const about = { id: page.id, site: siteOf(page), gold, title: null };
      yield* asTexts(visibleLines(text, page.url), about);
    }
  }
}

function* ofGenre(page: GenrePage): Generator<TrainingText> {
  if (String(page.gold['incomplete']).includes('no-document')) return;
  const about = {
    id: page.name,
    site: siteIn(page.name),
    gold: String(page.gold['text'] ?? ''),
    title: page.gold['title'] === null ? null : String(page.gold['title']),
  };
  const { text } = decodeBytes(page.bytes, page.contentType);
  if (page.contentType.startsWith('text/plain')) {
    yield { set: 'text', ...about, text };
    yield { set: 'bare', ...about, text: about.gold, title: null };
  } else yield* asTexts(visibleLines(text, page.url), about);
}

/** What a simple extractor would make of a page. */
function visibleLines(html: string, url: string | null): string[] {
  const page = parsePage(html);
  const isHidden = (block: Block): boolean => {
    let element = block.element instanceof PageElement ? block.element : null;
    while (element) {
      if (page.sums.hidden[element.index] === 1 || element.name === 'title') return true;
      element = element.parent instanceof PageElement ? element.parent : null;
    }
    return false;
  };
  const { blocks } = repairDamage(pageBlocks(page, url));
  return blocks
    .filter((block) => !isHidden(block))
    .flatMap((block) => blockText(block).split('\n'))
    .filter((line) => line.trim() !== '');
}

function* asTexts(
  lines: readonly string[],
  about: Omit<TrainingText, 'set' | 'text'>,
): Generator<TrainingText> {
  yield { set: 'page', ...about, text: lines.join('\n') };
  const kept = labelBlocks(lines, about.gold).map(({ kept }) => kept >= 0.5);
  const random = crc32(about.id);
  const from = Math.max(0, kept.indexOf(true) - (random % 8));
  const to = kept.lastIndexOf(true) + 1 + ((random >> 8) % 12);
  yield { set: 'near', ...about, text: lines.slice(from, to).join('\n') };
  yield { set: 'bare', ...about, text: about.gold, title: null };
}

function dumpText(training: TrainingText): void {
  const { blocks, pages } = repairDamage(textBlocks(training.text));
  const lines = scanLines(withoutPageLines(blocks, pages.lines));
  const texts = lines.map(({ block }) => blockText(block));
  const labels = labelBlocks(texts, training.gold);
  const isBare = training.set === 'bare';
  const kept = labels.map((label) => (isBare ? 1 : Math.round(label.kept * 100) / 100));
  const titleAt = training.title === null ? -1 : titleIn(texts, training.title, kept);
  const ids = new Int32Array(MAX_WORD_IDS);
  for (const text of texts) {
    const count = wordIds(text, ids);
    files.ids('words', ids.slice(0, count));
  }
  if (folds.length > 0) {
    const lexicon = folds[crc32(training.site) % folds.length] ?? NO_LEXICON;
    const rowOf = lineRows(textContext(lines, lexicon));
    for (const index of lines.keys()) {
      files.row(rowOf(index));
    }
  }
  const record = {
    set: training.set,
    id: training.id,
    site: training.site,
    kind: '',
    row,
    blocks: lines.length,
    kept,
    tokens: labels.map((label) => label.tokens),
    title: titleAt,
    goldTokens: training.gold.length,
    texts: texts.map((text) => text.slice(0, 120)),
  };
  files.page(record);
  row += lines.length;
}

/** The first line outside the document that is the title, or holds it and little else. */
function titleIn(texts: readonly string[], title: string, kept: readonly number[]): number {
  const key = title.replace(NOT_WORD, '');
  const keys = texts.map((text) => text.replace(NOT_WORD, ''));
  const same = keys.findIndex((one, index) => one === key && (kept[index] ?? 0) < 0.5);
  if (same >= 0) return same;
  return keys.findIndex(
    (one, index) =>
      one.includes(key) && one.length < key.length * 1.6 + 6 && (kept[index] ?? 0) < 0.5,
  );
}
