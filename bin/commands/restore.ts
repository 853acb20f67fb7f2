import type { Command } from 'commander';
import { lookupIds } from '#lib/consume/lookup.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { reclean } from '#lib/local/reclean.ts';
import { compact } from '#lib/manifest/compact.ts';
import { restore, type Target } from '#lib/manifest/takedown.ts';
import { documentId } from '#lib/model/document-id.ts';
import { UsageError } from '#lib/model/errors.ts';
import type { UrlState } from '#lib/model/row.ts';
import { DEFAULT_STORE } from '../cli/default-store.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { localPorts } from '../cli/local-ports.ts';
import { manifestDeps } from '../cli/manifest-deps.ts';
import { takedownTargets } from '../cli/takedown-targets.ts';

interface RestoreOptions {
  readonly out: string;
  readonly reason?: string;
  readonly json?: boolean;
}

/** `winnow restore`: what was taken down may be read and fetched again. */
export function addRestoreCommand(program: Command, setExit: (code: number) => void): void {
  program
    .command('restore')
    .description('undo a takedown; the document is cleaned again from the raw response')
    .argument('<url...>', 'URLs, or ids as history shows them')
    .option('--reason <text>', 'kept in the manifest')
    .option('--out <dir|s3://bucket/prefix>', 'the store', DEFAULT_STORE)
    .option('--json', 'one JSON line a URL')
    .addHelpText(
      'after',
      `
Examples:
  winnow restore https://example.org/a/1.html --reason "a mistake" --out corpus`,
    )
    .action(async (urls: string[], options: RestoreOptions) => {
      setExit(await restoreUrls(urls, options));
    });
}

async function restoreUrls(urls: readonly string[], options: RestoreOptions): Promise<number> {
  const deps = await manifestDeps(options.out);
  const { named, further } = await takedownTargets(deps.store, urls);
  for (const { canonicalUrl, state } of named)
    if (state?.presence?.value !== 'taken-down')
      throw new UsageError(`${canonicalUrl} is not taken down`);
  const targets = [...named, ...further];
  await restore(targets, options.reason ?? null, deps);
  const ports = localPorts(deps.store, { userAgent: 'winnow', allowPrivate: false });
  try {
    await reclean(ports, {
      states: restoredPages(deps.store, named, options.json),
      onChange: ({ url, change, detail }) => {
        const what = change === 'no-raw' ? 'the next run fetches it' : (detail ?? 'cleaned again');
        say(url, what, options.json);
      },
      signal: new AbortController().signal,
    });
  } finally {
    await ports.http.close();
  }
  await compact(deps);
  return EXIT.done;
}

/** States with a document before they were taken down; of others nothing is to be cleaned. */
async function* restoredPages(
  store: ObjectStore,
  targets: readonly Target[],
  json: boolean | undefined,
): AsyncGenerator<UrlState> {
  const ids = new Set(targets.map(({ canonicalUrl }) => documentId(canonicalUrl)));
  for (const state of (await lookupIds(store, ids)).values()) {
    if (state.content !== null) yield state;
    else say(state.url, state.last.reason, json);
  }
}

function say(url: string, how: string, json = false): void {
  const line = json ? JSON.stringify({ restored: url, how }) : `restored: ${url} (${how})`;
  process.stdout.write(`${line}\n`);
}
