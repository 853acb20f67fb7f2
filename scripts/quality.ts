/**
 * npm run quality: cleans every annotated page at hand and prints the published measures.
 *   --set NAME        only this set (articles forums snippets wcxb reader genre seeds)
 *   --worst N         the N worst pages of each set
 *   --out FILE        our texts as JSON lines: {"set","id","text","ms"}
 *   --check           fail if a figure is under its floor in tests/quality/floors.json
 *   --update          raise the floors to what was measured; never lowers one
 * Annotated pages are read from WINNOW_BENCH, or from ../shared/bench and ../shared/genre.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cleanPage } from '../lib/clean/clean-page.ts';
import {
  BENCH_SETS,
  isHeldOut,
  type PageResult,
  pageBytes,
  readSet,
  scorePage,
  scoreSet,
} from './quality/bench-set.ts';
import { fieldAccuracy } from './quality/field-accuracy.ts';
import { checkFloors, updateFloors } from './quality/floors.ts';
import { readGenre, readSeeds } from './quality/genre-pages.ts';
import { scoreGenre } from './quality/genre-set.ts';
import { mean } from './quality/measures.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const FLOORS = join(ROOT, 'tests/quality/floors.json');
const { values: options } = parseArgs({
  options: {
    set: { type: 'string' },
    worst: { type: 'string', default: '0' },
    out: { type: 'string' },
    check: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
  },
});
const bench = resolve(ROOT, process.env['WINNOW_BENCH'] ?? '../shared/bench');
const genre = resolve(bench, '../genre');
const seeds = resolve(bench, '../seeds');
const figures: Record<string, number> = {};
const outLines: string[] = [];
const percent = (value: number): string => value.toFixed(4);

for (const name of BENCH_SETS) if (isWanted(name)) runBench(name);
for (const [name, pages] of [
  ['genre', readGenre(genre)],
  ['seeds', readSeeds(seeds)],
] as const) {
  if (isWanted(name)) runGenre(name, pages);
}
if (options.out !== undefined) writeFileSync(options.out, `${outLines.join('\n')}\n`);
if (options.update) updateFloors(FLOORS, figures);
if (options.check && !checkFloors(FLOORS, figures)) process.exitCode = 1;

function isWanted(name: string): boolean {
  return options.set === undefined || options.set === name;
}

function runBench(name: string): void {
  const folder = join(bench, name);
  const results: PageResult[] = [];
  const fields = fieldAccuracy();
  const times: number[] = [];
  for (const page of readSet(folder)) {
    const bytes = pageBytes(folder, page);
    const start = performance.now();
    const { document } = cleanPage({ bytes, contentType: 'text/html', url: page.url });
    const ms = performance.now() - start;
    times.push(ms);
    results.push(scorePage(page, document.text));
    fields.add(page, document);
    outLines.push(JSON.stringify({ set: name, id: page.id, text: document.text, ms }));
  }
  if (results.length === 0) return;
  const line = (label: string, part: readonly PageResult[]): void => {
    const score = scoreSet(part);
    const kinds = Object.entries(score.kinds).map(([kind, f1]) => `${kind} ${f1.toFixed(3)}`);
    const { pages, f1, precision, recall } = score;
    console.log(
      `${label}: pages ${pages}  F1 ${percent(f1)}  precision ${percent(precision)}  recall ${percent(recall)}  ${kinds.join('  ')}`,
    );
  };
  line(name, results);
  line(
    `  held out`,
    results.filter(({ page }) => isHeldOut(page)),
  );
  const score = scoreSet(results);
  figures[name] = score.f1;
  for (const [kind, f1] of Object.entries(score.kinds)) figures[`${name}.${kind}`] = f1;
  for (const [field, accuracy] of fields.figures()) {
    figures[`${name}.${field}`] = accuracy;
    console.log(`  ${field} ${percent(accuracy)}`);
  }
  times.sort((a, b) => a - b);
  console.log(
    `  ms/page ${mean(times).toFixed(2)}  median ${times[times.length >> 1]?.toFixed(2)}`,
  );
  const worst = [...results].sort((a, b) => a.f1 - b.f1).slice(0, Number(options.worst));
  for (const { page, f1, precision, recall, misses, extras } of worst) {
    const detail = page.present
      ? `missed ${misses} extra ${extras}`
      : `P ${precision?.toFixed(2) ?? '-'} R ${recall?.toFixed(2) ?? '-'}`;
    console.log(`  ${f1.toFixed(3)}  ${detail}  ${page.kind ?? ''} ${page.id}  ${page.url}`);
  }
}

function runGenre(name: string, pages: ReturnType<typeof readGenre>): void {
  const results = pages.map(scoreGenre);
  if (results.length === 0) return;
  const exact = results.filter((result) => result.exact).length;
  const right = results.filter(({ wrong }) => Object.keys(wrong).length === 0).length;
  figures[name] = mean(results.map(({ f1 }) => f1));
  figures[`${name}.exact`] = exact / results.length;
  console.log(
    `${name}: pages ${results.length}  F1 ${percent(figures[name] ?? 0)}  exact ${exact}  all fields right ${right}`,
  );
  for (const { name: page, f1, exact: isExact, wrong } of results) {
    const fields = Object.entries(wrong).map(
      ([field, [gold, ours]]) => `${field} ${JSON.stringify(gold)} ≠ ${JSON.stringify(ours)}`,
    );
    if (!isExact || fields.length > 0) {
      console.log(`  ${f1.toFixed(4)}${isExact ? ' exact' : ''}  ${page}  ${fields.join('; ')}`);
    }
  }
}
