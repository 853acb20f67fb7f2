import type { Command } from 'commander';
import { withdrawFromExports } from '#lib/consume/export/withdraw.ts';
import { lookupIds } from '#lib/consume/lookup.ts';
import { sameText } from '#lib/consume/same-text.ts';
import { systemClock } from '#lib/io/system-clock.ts';
import { warcEraser } from '#lib/io/warc-eraser.ts';
import { compact } from '#lib/manifest/compact.ts';
import type { ManifestDeps } from '#lib/manifest/deps.ts';
import { type Purged, purge } from '#lib/manifest/purge.ts';
import { type Target, takeDown } from '#lib/manifest/takedown.ts';
import { documentId } from '#lib/model/document-id.ts';
import { withdrawReports } from '#lib/run/withdraw-reports.ts';
import { counted } from '../cli/counted.ts';
import { DEFAULT_STORE } from '../cli/default-store.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { manifestDeps } from '../cli/manifest-deps.ts';
import { recordFormat } from '../cli/record-format.ts';
import { takedownTargets } from '../cli/takedown-targets.ts';

interface TakedownOptions {
  readonly out: string;
  readonly reason?: string;
  readonly purge?: boolean;
  readonly json?: boolean;
}

const SHOWN_COPIES = 10;

/** `winnow takedown`: documents that must not be read. */
export function addTakedownCommand(program: Command, setExit: (code: number) => void): void {
  program
    .command('takedown')
    .description('remove documents; their URLs are not fetched again until a restore')
    .argument('<url...>', 'URLs, or ids as ls shows them')
    .option('--purge', 'also from the raw responses, for good, with all versions of the objects')
    .option('--reason <text>', 'kept in the manifest')
    .option('--json', 'print the result as JSON')
    .option('--out <dir|s3://bucket/prefix>', 'the store', DEFAULT_STORE)
    .addHelpText(
      'after',
      '\nA document leaves snapshot, feed, store, reports and the exports in the store (those elsewhere: export --purge).' +
        '\nWith --purge every WARC file since the URL was first seen is read, and a restore has to fetch again.' +
        '\n\nExamples:' +
        '\n  winnow takedown https://example.org/a/1.html --reason "the author asked" --out corpus' +
        '\n  winnow takedown e408000ac3284c4d41af3e1c --purge --json --out corpus',
    )
    .action(async (urls: string[], options: TakedownOptions) => {
      setExit(await takedown(urls, options));
    });
}

async function takedown(urls: readonly string[], options: TakedownOptions): Promise<number> {
  const deps = await manifestDeps(options.out);
  const { named, further } = await takedownTargets(deps.store, urls);
  const copies = await copiesOf(deps, named);
  const targets = [...named, ...further];
  const isPurge = options.purge ?? false;
  await takeDown(targets, options.reason ?? null, deps, { isPurge });
  const ids = new Set(targets.map(({ canonicalUrl }) => documentId(canonicalUrl)));
  const files = await withdrawFromExports(deps.store, ids, { formatOf: recordFormat, isPurge });
  const reports = await withdrawReports(deps.store, ids, isPurge);
  const purged = isPurge
    ? await purge(targets, { ...deps, eraser: warcEraser(deps.store, systemClock) })
    : null;
  await compact(deps);
  const done: TakenDown = {
    named,
    further: further.length,
    files: files.length,
    reports,
    purged,
    copies,
  };
  process.stdout.write(`${options.json ? JSON.stringify(jsonOf(done)) : told(done)}\n`);
  for (const { key, problem } of purged?.damaged ?? [])
    process.stderr.write(`not purged: ${key} cannot be read: ${problem}\n`);
  return purged !== null && purged.damaged.length > 0 ? EXIT.someFailed : EXIT.done;
}

interface TakenDown {
  readonly named: readonly Target[];
  /** Pages of the same articles. */
  readonly further: number;
  /** Files of exports that were written again. */
  readonly files: number;
  /** Keys of reports that showed one of them and were removed. */
  readonly reports: readonly string[];
  readonly purged: Purged | null;
  readonly copies: readonly string[];
}

function jsonOf({ named, ...rest }: TakenDown) {
  return { takenDown: named.map(({ canonicalUrl }) => canonicalUrl), ...rest };
}

function told({ named, further, files, reports, purged, copies }: TakenDown): string {
  const lines = named.map(({ canonicalUrl, state }) => {
    const note = state === null ? ' (not known until now: it will never be fetched)' : '';
    return `taken down: ${canonicalUrl}${note}`;
  });
  if (further > 0) lines.push(`  and ${counted(further, 'further page')} of them`);
  if (files > 0) lines.push(`removed from exports: ${counted(files, 'file')} written again`);
  if (reports.length > 0)
    lines.push(`reports removed that showed it: ${reports.length}; winnow report makes them again`);
  if (purged) {
    const { records, rewritten, read } = purged;
    lines.push(
      `purged: ${counted(records, 'record')} in ${rewritten} of ${counted(read, 'WARC file')}`,
    );
  }
  if (copies.length > 0)
    lines.push(`the same text is still at ${counted(copies.length, 'other URL')}:`);
  lines.push(...copies.slice(0, SHOWN_COPIES).map((url) => `  ${url}`));
  return lines.join('\n');
}

/** URLs that are not taken down and have the text of one that is to be. */
async function copiesOf({ store }: ManifestDeps, named: readonly Target[]): Promise<string[]> {
  const known = new Set(named.map(({ state }) => state?.id));
  const ids = new Set<string>();
  for (const { state } of named)
    for (const id of await sameText(store, state?.content?.textSha ?? null))
      if (!known.has(id)) ids.add(id);
  const states = await lookupIds(store, ids);
  return [...states.values()].map(({ url }) => url).sort();
}
