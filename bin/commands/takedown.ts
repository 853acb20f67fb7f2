import type { Command } from 'commander';
import { cleanPage } from '#lib/clean/clean-page.ts';
import { lookupUrls } from '#lib/consume/lookup.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { warcReader } from '#lib/io/warc-reader.ts';
import { compact } from '#lib/manifest/compact.ts';
import { restore, type Target, takeDown } from '#lib/manifest/takedown.ts';
import { canonicalJson } from '#lib/model/canonical-json.ts';
import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { sha256 } from '#lib/model/digest.ts';
import { UsageError } from '#lib/model/errors.ts';
import type { UrlState } from '#lib/model/row.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { manifestDeps } from './maintain.ts';
import { DEFAULT_STORE } from './run.ts';

interface TakedownOptions {
  readonly out: string;
  readonly reason?: string;
}

/** `winnow takedown` and `winnow restore`: documents that must not be read, and back. */
export function addTakedownCommands(program: Command, setExit: (code: number) => void): void {
  program
    .command('takedown')
    .description(
      'remove documents: from snapshot, feed and store; their URLs are not fetched again',
    )
    .argument('<url...>')
    .option('--reason <text>', 'kept in the manifest')
    .option('--out <dir|s3://bucket/prefix>', 'the store', DEFAULT_STORE)
    .action(async (urls: string[], { out, reason }: TakedownOptions) => {
      const deps = await manifestDeps(out);
      const targets = await targetsOf(deps.store, urls);
      await takeDown(targets, reason ?? null, deps);
      await compact(deps);
      process.stdout.write(`${targets.length} taken down\n`);
      setExit(EXIT.done);
    });
  program
    .command('restore')
    .description('undo a takedown; the document is cleaned again from the raw response')
    .argument('<url...>')
    .option('--reason <text>', 'kept in the manifest')
    .option('--out <dir|s3://bucket/prefix>', 'the store', DEFAULT_STORE)
    .action(async (urls: string[], { out, reason }: TakedownOptions) => {
      const deps = await manifestDeps(out);
      const targets = await targetsOf(deps.store, urls);
      const rebuild = (state: UrlState) => rebuildDocument(deps.store, state);
      await restore(targets, reason ?? null, { ...deps, rebuild });
      await compact(deps);
      process.stdout.write(`${targets.length} restored\n`);
      setExit(EXIT.done);
    });
}

async function targetsOf(store: ObjectStore, urls: readonly string[]): Promise<Target[]> {
  const canonical = urls.map((url) => {
    const one = canonicalUrl(url);
    if (one === null) throw new UsageError(`not a URL: ${url}`);
    return one;
  });
  const known = await lookupUrls(store, canonical);
  return canonical.map((one) => ({ canonicalUrl: one, state: known.get(one) ?? null }));
}

/**
 * Writes the document of a state again if the raw response still gives the same one. An article of
 * several pages is left to the next run, which has all of them.
 */
async function rebuildDocument(store: ObjectStore, state: UrlState): Promise<boolean> {
  const { fetch, content, url } = state;
  if (!fetch?.raw || !content?.key || content.parts.length > 0) return false;
  const exchange = await warcReader(store).read(fetch.raw);
  if (exchange === null) return false;
  const { contentType } = fetch;
  const { document } = cleanPage({ bytes: exchange.payload, contentType, url });
  const identified = { ...document, id: state.id, url, canonicalUrl: state.canonicalUrl };
  const body = new TextEncoder().encode(canonicalJson(identified));
  if (sha256(body) !== content.sha) return false;
  await store.create(content.key, body);
  return true;
}
