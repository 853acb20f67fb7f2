/**
 * Publish: fetched pages in, clean documents stored and one row a page out.
 * The rows are returned, not written: the documents are stored first, so no row ever names a
 * document that is not there. Drops: noindex, no-document, unchanged; a fault in cleaning is `failed`.
 */

import type { ObjectStore } from '#lib/io/object-store.ts';
import type { WarcReader } from '#lib/io/warc.ts';
import { canonicalJson } from '#lib/model/canonical-json.ts';
import type { CleanInput, CleanResult } from '#lib/model/cleaning.ts';
import { sha256 } from '#lib/model/digest.ts';
import type { Document } from '#lib/model/document.ts';
import type { HostProfile } from '#lib/model/host-profile.ts';
import { documentKey } from '#lib/model/keys.ts';
import type { CleanMessage, FetchedPage } from '#lib/model/messages.ts';
import { newRow } from '#lib/model/new-row.ts';
import { type PackedTraits, packTraits } from '#lib/model/page-traits.ts';
import { forbids } from '#lib/model/robots-directives.ts';
import type { ContentRegister, Row } from '#lib/model/row.ts';
import type { SourceDefinition } from '#lib/model/source.ts';
import type { Reason, State } from '#lib/model/states.ts';
import { contentOf } from './content-of.ts';

export interface PublishDeps {
  readonly store: ObjectStore;
  readonly raw: WarcReader;
  readonly source: SourceDefinition;
  /** The pages of an article to one document. */
  readonly clean: (parts: readonly CleanInput[]) => CleanResult;
  readonly cleanerVersion: number;
  readonly profile: (canonicalUrl: string) => Promise<HostProfile | null>;
  readonly now: () => Date;
  readonly ulid: () => string;
}

/** What became of one page. */
interface Outcome {
  readonly state: State;
  readonly reason: Reason;
  readonly detail: string | null;
  readonly content: ContentRegister | null;
  readonly traits?: PackedTraits;
}

/** Cleans the pages of a message, stores their documents and says in one row a page what came of it. */
export async function publishPages(message: CleanMessage, deps: PublishDeps): Promise<Row[]> {
  const rows: Row[] = [];
  for (const page of message.pages)
    rows.push(toRow(message, page, await publish(page, deps), deps));
  return rows;
}

async function publish(page: FetchedPage, deps: PublishDeps): Promise<Outcome> {
  const profile = await deps.profile(page.item.canonicalUrl);
  const inputs = await readParts(page, profile, deps);
  if (inputs === null) {
    return { state: 'failed', reason: 'lost', detail: 'the raw response is gone', content: null };
  }
  let result: CleanResult;
  try {
    result = deps.clean(inputs);
  } catch (error) {
    // cleaning is total by contract; should it ever throw, one page must not take the batch with it
    return { state: 'failed', reason: 'clean-error', detail: String(error), content: null };
  }
  const outcome = await decide(page, result, profile?.version ?? null, deps);
  // Counted once for each register: what is not written again was counted when it was.
  const { traits } = result;
  const isCounted = outcome.content?.sha != null && traits !== null;
  return isCounted ? { ...outcome, traits: packTraits(traits) } : outcome;
}

async function readParts(
  page: FetchedPage,
  profile: HostProfile | null,
  deps: PublishDeps,
): Promise<CleanInput[] | null> {
  const inputs: CleanInput[] = [];
  for (const part of page.parts) {
    const exchange = await deps.raw.read(part.raw);
    if (exchange === null) return null;
    inputs.push({
      bytes: exchange.payload,
      contentType: part.contentType,
      url: part.canonicalUrl.startsWith('urn:') ? null : part.url,
      profile,
      rules: deps.source.rules ?? null,
    });
  }
  return inputs;
}

async function decide(
  page: FetchedPage,
  result: CleanResult,
  profile: number | null,
  deps: PublishDeps,
): Promise<Outcome> {
  const document = identify(page, result.document);
  const body = new TextEncoder().encode(canonicalJson(document));
  const sha = sha256(body);
  const withheld = withheldBecause(page, result, deps.source);
  const fetchedAt = page.parts[0]?.fetchedAt ?? deps.now().toISOString();
  const version = { fetchedAt, cleaner: deps.cleanerVersion, profile };
  if (withheld) {
    const content = contentOf(page, result, document, { ...version, sha: null });
    return { ...withheld, detail: null, content };
  }
  const content = contentOf(page, result, document, { ...version, sha });
  const previous = page.item.previous;
  if (previous?.sha === sha) {
    // The register is written again only if newer code, or a newer profile, came to the same document.
    const same = previous.cleaner === deps.cleanerVersion && previous.profile === profile;
    return {
      state: 'unchanged',
      reason: 'same-document',
      detail: null,
      content: same ? null : content,
    };
  }
  await deps.store.create(documentKey(page.item.id, sha), body);
  return { state: 'published', reason: previous?.sha ? 'changed' : 'new', detail: null, content };
}

/** The document under the identity its URL had at discovery: an article has its first page's id. */
function identify(page: FetchedPage, document: Document): Document {
  const { id, url, canonicalUrl } = page.item;
  const parts = page.partsMissing
    ? [...new Set([...document.incomplete, 'parts-missing' as const])]
    : document.incomplete;
  return {
    ...document,
    id,
    url: canonicalUrl.startsWith('urn:') ? null : url,
    canonicalUrl,
    incomplete: parts,
  };
}

function withheldBecause(
  page: FetchedPage,
  result: CleanResult,
  source: SourceDefinition,
): { state: State; reason: Reason } | null {
  if (source.ignoreNoindex === undefined) {
    if (page.parts.some(({ robots }) => forbids(robots, 'noindex'))) {
      return { state: 'noindex', reason: 'x-robots-tag' };
    }
    if (forbids(result.robots, 'noindex')) return { state: 'noindex', reason: 'meta-robots' };
  }
  if (result.noDocument) return { state: 'no-document', reason: result.noDocument };
  return null;
}

function toRow(
  { runId: run, source }: CleanMessage,
  page: FetchedPage,
  outcome: Outcome,
  { now, ulid }: PublishDeps,
): Row {
  return newRow(page.item, outcome, { ulid: ulid(), run, source, at: now().toISOString() });
}
