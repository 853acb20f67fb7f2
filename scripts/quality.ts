/**
 * npm run quality: cleans every annotated page at hand and prints the published measures.
 *   --set NAME        only this set; `hosts`: our own sites of many pages, with and without profiles
 *   --worst N         the N worst pages of each set, and what is wrong of them
 *   --out FILE        what was cleaned, as JSON lines: {"set","id","document","ms"}
 *   --held-out WORK   each page by the models that were trained without its site: WORK is the folder of the
 *                     training scripts. The shipped models have seen all pages but those of `blind`.
 *   --check           fail if a figure is under its floor in tests/quality/floors.json
 *   --update          raise the floors to what was measured; never lowers one
 * Authored pages are in tests/quality/pages; pages of others are read from WINNOW_BENCH, or ../shared/bench.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import {
  BENCH_SETS,
  type PageResult,
  pageBytes,
  readSet,
  scorePage,
  scoreSet,
} from './quality/bench-set.ts';
import { type CleanedPage, cleanedPages } from './quality/cleaned-pages.ts';
import { fieldAccuracy } from './quality/field-accuracy.ts';
import { checkFloors, updateFloors } from './quality/floors.ts';
import { authoredSets, benchFolder, blindSet } from './quality/genre-pages.ts';
import { type GenreResult, scoreGenre } from './quality/genre-set.ts';
import { heldOutPages } from './quality/held-out.ts';
import { LEARNED, scoreHosts } from './quality/host-set.ts';
import { mean } from './quality/measures.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const FLOORS = join(ROOT, 'tests/quality/floors.json');
const { values: options } = parseArgs({
  options: {
    set: { type: 'string' },
    worst: { type: 'string', default: '0' },
    out: { type: 'string' },
    'held-out': { type: 'string' },
    check: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
  },
});
const work = options['held-out'];
const bench = benchFolder();
const worst = Number(options.worst);
const figures: Record<string, number> = {};
const fixed = (value: number): string => value.toFixed(4);
const figure = (name: string, value: number): void => {
  figures[work === undefined ? name : `held-out.${name}`] = value;
};

const cleaned =
  work === undefined ? [...cleanedPages(options.set)] : heldOutPages(work, options.set);
const bySet = Map.groupBy(cleaned, ({ set }) => set);
for (const name of BENCH_SETS) reportBench(name, pagesOf(name));
for (const { name, pages } of [...authoredSets(join(bench, '..')), blindSet()]) {
  const found = pagesOf(name);
  const results = pages.flatMap((page) => {
    const document = found.get(page.name)?.document;
    return document ? scoreGenre(page, document) : [];
  });
  reportGenre(name, results);
}
if (work === undefined && (options.set ?? 'hosts') === 'hosts') reportHosts();
if (options.out !== undefined) {
  writeFileSync(options.out, cleaned.map((page) => `${JSON.stringify(page)}\n`).join(''));
}
if (options.update) updateFloors(FLOORS, figures);
if (options.check && !checkFloors(FLOORS, figures)) process.exitCode = 1;

function pagesOf(set: string): ReadonlyMap<string, CleanedPage> {
  return new Map((bySet.get(set) ?? []).map((page) => [page.id, page]));
}

function reportBench(name: string, found: ReadonlyMap<string, CleanedPage>): void {
  if (found.size === 0) return;
  const fields = fieldAccuracy();
  const results: PageResult[] = [];
  let parsed = 0;
  for (const page of readSet(join(bench, name))) {
    const document = found.get(page.id)?.document;
    if (!document) continue;
    parsed += pageBytes(join(bench, name), page).length;
    results.push(scorePage(page, document.text));
    fields.add(page, document);
  }
  const { pages, f1, precision, recall, kinds } = scoreSet(results);
  const byKind = Object.entries(kinds).map(([kind, value]) => `${kind} ${value.toFixed(3)}`);
  console.log(
    `${name}: pages ${pages}  F1 ${fixed(f1)}  precision ${fixed(precision)}  recall ${fixed(recall)}  ${byKind.join('  ')}`,
  );
  figure(name, f1);
  for (const [kind, value] of Object.entries(kinds)) figure(`${name}.${kind}`, value);
  for (const [field, accuracy] of fields.figures()) {
    figure(`${name}.${field}`, accuracy);
    console.log(`  ${field} ${fixed(accuracy)}`);
  }
  const times = [...found.values()].map(({ ms }) => ms).sort((a, b) => a - b);
  const median = times[times.length >> 1] ?? 0;
  const kilobytes = Math.round(parsed / results.length / 1000);
  console.log(
    `  ms/page ${mean(times).toFixed(2)}  median ${median.toFixed(2)}  kB/page ${kilobytes}`,
  );
  for (const result of [...results].sort((a, b) => a.f1 - b.f1).slice(0, worst)) {
    const { page, f1: one, precision: p, recall: r, misses, extras } = result;
    const detail = page.present
      ? `missed ${misses} extra ${extras}`
      : `P ${p?.toFixed(2) ?? '-'} R ${r?.toFixed(2) ?? '-'}`;
    console.log(`  ${one.toFixed(3)}  ${detail}  ${page.kind ?? ''} ${page.id}  ${page.url}`);
  }
}

function reportGenre(name: string, results: readonly GenreResult[]): void {
  if (results.length === 0) return;
  const documents = results.filter(({ noDocument }) => !noDocument);
  const exact = documents.filter((result) => result.exact).length;
  const f1 = mean(documents.map((result) => result.f1));
  figure(name, f1);
  figure(`${name}.exact`, exact / documents.length);
  const again = documents.filter((result) => result.again).length;
  figure(`${name}.again`, again / documents.length);
  console.log(
    `${name}: pages ${results.length}  F1 ${fixed(f1)}  exact ${exact} of ${documents.length}  the same again ${again}`,
  );
  const counts = new Map<string, { asked: number; right: number }>();
  for (const result of results) {
    for (const field of result.asked) {
      const count = counts.get(field) ?? { asked: 0, right: 0 };
      count.asked += 1;
      if (!(field in result.wrong)) count.right += 1;
      counts.set(field, count);
    }
  }
  const fields = [...counts].map(([field, { asked, right }]) => {
    figure(`${name}.${field}`, right / asked);
    return `${field} ${right}/${asked}`;
  });
  console.log(`  ${fields.join('  ')}`);
  const failed = results.filter((one) => !one.exact || Object.keys(one.wrong).length > 0);
  for (const result of failed.sort((a, b) => a.f1 - b.f1).slice(0, worst)) {
    const wrong = Object.entries(result.wrong).map(
      ([field, [gold, ours]]) => `${field} ${JSON.stringify(gold)} ≠ ${JSON.stringify(ours)}`,
    );
    console.log(
      `  ${fixed(result.f1)}${result.exact ? ' exact' : ''}  ${result.name}  ${wrong.join('; ')}`,
    );
  }
}

function reportHosts(): void {
  const scores = [...scoreHosts()];
  const last = LEARNED.length - 1;
  const f1 = mean(scores.map(({ profiled }) => profiled[last] ?? 0));
  figure('hosts', f1);
  figure('hosts.kept', scores.some(({ lost }) => lost > 0) ? 0 : 1);
  const before = mean(scores.map(({ alone }) => alone));
  console.log(
    `hosts: sites ${scores.length}  F1 of pages alone ${fixed(before)}  with profile ${fixed(f1)}`,
  );
  console.log(`  alone, then after ${LEARNED.join(', ')} documents`);
  for (const { site, alone, profiled, lost, traits, profile } of scores) {
    const after = profiled.map(fixed).join(' ');
    const kept = lost === 0 ? '' : `  ${lost} LINES LOST`;
    const bytes = `${traits.toFixed(0)} B a document, profile ${profile} B`;
    console.log(`  ${fixed(alone)} ${after}${kept}  ${bytes}  ${site.name}: ${site.shows}`);
  }
}
