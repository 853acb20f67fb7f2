/**
 * Writes what the content model is trained on: features.f32 (row-major) and pages.jsonl
 * (set, id, site, kind, first row, and for each block its label and tokens).
 *   node scripts/quality/dump-features.ts FOLDER
 */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeBytes } from '../../lib/clean/charset/decode-bytes.ts';
import { FEATURE_NAMES, pageFeatures } from '../../lib/clean/content/page-features.ts';
import { pageBlocks } from '../../lib/clean/dom/page-blocks.ts';
import { parsePage } from '../../lib/clean/dom/parse-page.ts';
import { BENCH_SETS, isHeldOut, pageBytes, readSet, siteOf } from './bench-set.ts';
import { labelBlocks, labelPhrases } from './label-blocks.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const bench = resolve(ROOT, process.env['WINNOW_BENCH'] ?? '../shared/bench');
const folder = resolve(process.argv[2] ?? 'features');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'names.json'), JSON.stringify(FEATURE_NAMES));
const values = openSync(join(folder, 'features.f32'), 'w');
const pages = openSync(join(folder, 'pages.jsonl'), 'w');
let row = 0;

for (const set of BENCH_SETS) {
  const path = join(bench, set);
  for (const page of readSet(path)) {
    const { text } = decodeBytes(pageBytes(path, page), 'text/html');
    const parsed = parsePage(text);
    const blocks = pageBlocks(parsed, page.url);
    const features = pageFeatures(parsed, blocks, page.url);
    const texts = features.measures.map((measure) => measure.text);
    const labels = page.present
      ? labelPhrases(texts, page.present, page.absent ?? [])
      : labelBlocks(texts, page.gold ?? '');
    for (const index of blocks.keys()) {
      writeSync(values, new Uint8Array(features.rowOf(index).slice().buffer));
    }
    const record = {
      set,
      id: page.id,
      site: siteOf(page),
      heldOut: isHeldOut(page),
      kind: page.kind ?? '',
      row,
      blocks: blocks.length,
      kept: labels.map((label) => (label ? Math.round(label.kept * 100) / 100 : -1)),
      tokens: labels.map((label, index) => label?.tokens ?? (texts[index] ? 1 : 0)),
      hidden: features.owners.map((owner) => (owner ? features.tree.hidden[owner.index] : 0)),
      tags: features.owners.map((owner) => owner?.name ?? ''),
      texts: texts.map((one) => one.slice(0, 200)),
      goldTokens: (page.gold ?? '').match(/[\u3400-\u9fff]|[\p{L}\p{N}_]+/gu)?.length ?? 0,
    };
    writeSync(pages, `${JSON.stringify(record)}\n`);
    row += blocks.length;
  }
}
closeSync(values);
closeSync(pages);
console.log(`${row} blocks, ${FEATURE_NAMES.length} features`);
