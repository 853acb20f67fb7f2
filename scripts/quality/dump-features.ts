/**
 * Writes what the content model is trained on, for one pass of training:
 *   node scripts/quality/dump-features.ts FOLDER                    ids of words and names, and labels
 *   node scripts/quality/dump-features.ts FOLDER LEXICONS FOLDS     features too, each page by the
 *                                          lexicon that was trained without its site
 * pages.jsonl has set, id, site, kind, first row, and for each block its label and tokens; words.* and
 * names.* are lists of ids with where each block's begin; features.f32 is row-major.
 */
import { join, resolve } from 'node:path';
import { crc32 } from 'node:zlib';
import { type Block, blockText } from '../../lib/clean/block.ts';
import { decodeBytes } from '../../lib/clean/charset/decode-bytes.ts';
import { classReader } from '../../lib/clean/content/class-reader.ts';
import { FEATURE_NAMES, pageFeatures } from '../../lib/clean/content/page-features.ts';
import { nameReader } from '../../lib/clean/content/words/name-scores.ts';
import { MAX_WORD_IDS, wordIds } from '../../lib/clean/content/words/word-ids.ts';
import { pageBlocks } from '../../lib/clean/dom/page-blocks.ts';
import { PageElement } from '../../lib/clean/dom/page-element.ts';
import { type ParsedPage, parsePage } from '../../lib/clean/dom/parse-page.ts';
import { repairDamage } from '../../lib/clean/repairs/repair-blocks.ts';
import { BENCH_SETS, pageBytes, readSet, siteOf } from './bench-set.ts';
import { authoredSets, benchFolder, siteIn } from './genre-pages.ts';
import { labelPhrases } from './label-blocks.ts';
import { labelLoosely } from './label-loosely.ts';
import { NO_LEXICON, readLexicons, trainingFiles } from './training-files.ts';

interface TrainingPage {
  readonly set: string;
  readonly id: string;
  readonly site: string;
  readonly kind: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly url: string | null;
  readonly gold: string;
  readonly present?: readonly string[];
  readonly absent?: readonly string[];
}

const bench = benchFolder();
const [, , folderName = 'features', lexicons, foldCount = '5'] = process.argv;
const folder = resolve(folderName);

const folds = lexicons === undefined ? [] : readLexicons(resolve(lexicons), Number(foldCount));
const files = trainingFiles(folder, ['words', 'names'], FEATURE_NAMES);
let row = 0;
for (const page of trainingPages()) dumpPage(page);
files.close();
console.log(`${row} blocks, ${FEATURE_NAMES.length} features`);

function* trainingPages(): Generator<TrainingPage> {
  for (const set of BENCH_SETS) {
    const path = join(bench, set);
    for (const page of readSet(path)) {
      yield {
        set,
        id: page.id,
        site: siteOf(page),
        kind: page.kind ?? '',
        bytes: pageBytes(path, page),
        contentType: 'text/html',
        url: page.url,
        gold: page.gold ?? '',
        ...(page.present ? { present: page.present, absent: page.absent ?? [] } : {}),
      };
    }
  }
  for (const { pages } of authoredSets(join(bench, '..'))) {
    for (const { name, bytes, contentType, url, gold } of pages) {
      const isDocument = !String(gold['incomplete']).includes('no-document');
      if (contentType.startsWith('text/plain') || !isDocument) continue;
      const text = String(gold['text'] ?? '');
      const page = { id: name, site: siteIn(name), bytes, contentType, url };
      yield { set: 'genre', kind: '', ...page, gold: text };
    }
  }
}

function dumpPage(page: TrainingPage): void {
  const { text } = decodeBytes(page.bytes, page.contentType);
  const parsed = parsePage(text);
  const { blocks } = repairDamage(pageBlocks(parsed, page.url));
  const texts = blocks.map(blockText);
  const labels = page.present
    ? labelPhrases(texts, page.present, page.absent ?? [])
    : labelLoosely(texts, page.gold);
  dumpIds(parsed, blocks);
  if (folds.length > 0) {
    const lexicon = folds[crc32(page.site) % folds.length] ?? NO_LEXICON;
    const features = pageFeatures(parsed, blocks, page.url, lexicon);
    for (const index of blocks.keys()) {
      files.row(features.rowOf(index));
    }
  }
  const { set, id, site, kind } = page;
  const kept = labels.map((label) => (label ? Math.round(label.kept * 100) / 100 : -1));
  const tokens = labels.map((label, index) => label?.tokens ?? (texts[index] ? 1 : 0));
  const short = texts.map((one) => one.slice(0, 200));
  const tags = blocks.map(({ element }) => element?.name ?? '');
  const goldTokens = page.gold.match(/[\u3400-\u9fff]|[\p{L}\p{N}_]+/gu)?.length ?? 0;
  const record = { set, id, site, kind, row, blocks: blocks.length, kept, tokens, goldTokens };
  files.page({ ...record, tags, texts: short });
  row += blocks.length;
}

function dumpIds(parsed: ParsedPage, blocks: readonly Block[]): void {
  const ids = new Int32Array(MAX_WORD_IDS);
  const { idsFor } = nameReader(parsed, classReader(), NO_LEXICON);
  for (const block of blocks) {
    const count = wordIds(blockText(block), ids);
    files.ids('words', ids.slice(0, count));
    const names = block.element instanceof PageElement ? idsFor(block.element) : [];
    files.ids('names', names);
  }
}
