import type { Command } from 'commander';
import { documentOf } from '#lib/consume/document.ts';
import { viewStates } from '#lib/consume/snapshot.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { openObjectStore } from '#lib/io/open-object-store.ts';
import { warcReader } from '#lib/io/warc-reader.ts';
import { PermanentError, UsageError } from '#lib/model/errors.ts';
import { idSet, idsUnder } from '#lib/model/id-set.ts';
import type { UrlState } from '#lib/model/row.ts';
import { viewAt } from '#lib/model/view.ts';
import { DEFAULT_STORE } from '../cli/default-store.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { idOfName } from '../cli/id-of-name.ts';
import { requireStore } from '../cli/require-store.ts';

interface CatOptions {
  readonly out: string;
  readonly format: string;
  readonly json?: boolean;
}

const FORMATS = ['text', 'markdown', 'json', 'raw'];
const BEGINNING_OF_ID = /^[0-9a-f]{1,24}$/;

/** `winnow cat`: one document, or the page it was made from. */
export function addCatCommand(program: Command, setExit: (code: number) => void): void {
  program
    .command('cat')
    .description('print one document of a store')
    .argument('<id>', 'its id (or the beginning of it), or its URL')
    .option('--out <dir|s3://bucket/prefix>', 'the store', DEFAULT_STORE)
    .option('--format <format>', FORMATS.join(', '), 'text')
    .option('--json', 'the same as --format json')
    .addHelpText(
      'after',
      `
Examples:
  winnow cat e408000ac3 --format markdown
  winnow cat https://example.org/a/1.html --json --out corpus
  winnow cat e408000ac3 --format raw > page.html`,
    )
    .action(async (id: string, options: CatOptions) => setExit(await cat(id, options)));
}

async function cat(id: string, options: CatOptions): Promise<number> {
  if (!FORMATS.includes(options.format)) {
    throw new UsageError(`unknown format ${options.format}: one of ${FORMATS.join(', ')}`);
  }
  const store = await openObjectStore(options.out, { readOnly: true });
  await requireStore(store, options.out);
  const known = await findOne(store, id);
  process.stdout.write(await contentOf(store, known, options.format));
  return EXIT.done;
}

async function findOne(store: ObjectStore, wanted: string): Promise<UrlState> {
  const isBeginning = BEGINNING_OF_ID.test(wanted);
  const only = isBeginning ? idsUnder(wanted) : idSet([idOfName(wanted)]);
  const found: UrlState[] = [];
  for await (const known of viewStates(store, await viewAt(store), { only })) {
    found.push(known);
    if (found.length > 1) throw new UsageError(`${wanted} is the beginning of several ids`);
  }
  const [first] = found;
  if (first === undefined)
    throw new UsageError(`no such document: ${wanted} (winnow ls lists them)`);
  return first;
}

async function contentOf(store: ObjectStore, known: UrlState, format: string): Promise<Uint8Array> {
  if (format === 'raw') {
    const exchange = known.fetch?.raw ? await warcReader(store).read(known.fetch.raw) : null;
    if (exchange === null) throw new PermanentError(`the raw response of ${known.url} is not kept`);
    return exchange.payload;
  }
  const clean = await documentOf(store, known);
  if (clean === null) {
    throw new PermanentError(
      `${known.url} has no document: ${known.last.state} (${known.last.reason})`,
    );
  }
  if (format === 'json') return encode(JSON.stringify(clean, null, 2));
  return encode(format === 'text' ? `${clean.title}\n\n${clean.text}` : clean.markdown);
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(`${text}\n`);
}
