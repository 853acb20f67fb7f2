/**
 * Takedown and restore: rows an operator writes. A takedown beats everything that was or will be
 * written of a URL until a restore; what happened meanwhile then holds.
 */
import { documentId } from '#lib/model/document-id.ts';
import { documentFolder } from '#lib/model/keys.ts';
import { OPERATOR_RUN } from '#lib/model/manifest-files.ts';
import { newRow, type RowFacts } from '#lib/model/new-row.ts';
import type { Row, UrlState } from '#lib/model/row.ts';
import { type Commit, commitSegments } from './commit.ts';
import { type ManifestDeps, timestamp } from './deps.ts';
import { writeSegment } from './write-segment.ts';

/** A URL to take down or restore, with what is known of it. */
export interface Target {
  readonly canonicalUrl: string;
  /** Null if nothing is known: a takedown then keeps it from ever being fetched. */
  readonly state: UrlState | null;
}

export interface TakedownOptions {
  /** The raw responses are to go too: the rows forget title, author, and where the raw is. */
  readonly isPurge?: boolean;
}

/**
 * Takes documents down: the rows first, so that no reader is told of a document that is not there,
 * then all versions of the documents. Safe to repeat. Compact afterwards: until then a lookup as of
 * the last checkpoint still tells the title.
 */
export async function takeDown(
  targets: readonly Target[],
  detail: string | null,
  deps: ManifestDeps,
  { isPurge = false }: TakedownOptions = {},
): Promise<Commit> {
  const rows = targets.map((target) => {
    const presence = { value: 'taken-down', at: timestamp(deps) } as const;
    const blank = isPurge ? blankRegisters(target.state) : {};
    const facts = { state: 'taken-down', reason: 'takedown', detail, presence, ...blank } as const;
    return operatorRow(target, facts, deps);
  });
  const commit = await commitSegments([await writeSegment(rows, deps)], deps);
  for (const { canonicalUrl } of targets)
    for await (const { key } of deps.store.list(documentFolder(documentId(canonicalUrl))))
      await deps.store.delete(key);
  return commit;
}

/**
 * The registers of a state with nothing left of the page but that it was there: of the same version
 * but for the ulid, so that they win. Without validators the next fetch after a restore is a whole one.
 */
function blankRegisters(state: UrlState | null): Pick<Row, 'fetch' | 'content'> {
  const { fetch = null, content = null } = state ?? {};
  return {
    fetch: fetch && { ...fetch, raw: null, etag: null, lastModified: null, payloadDigest: null },
    content: content && {
      ...content,
      ...{ key: null, sha: null, textSha: null, previousSha: null },
      ...{ title: '', site: null, author: null, publishedAt: null },
    },
  };
}

/**
 * Restores what was taken down. The document was removed, so the row says that there is none, until
 * the page is cleaned again, from raw or after the next fetch.
 */
export async function restore(
  targets: readonly Target[],
  detail: string | null,
  deps: ManifestDeps,
): Promise<Commit> {
  const rows: Row[] = [];
  for (const target of targets) {
    const known = target.state?.content ?? null;
    const content = (await isRemoved(known, deps)) ? withoutDocument(known) : null;
    const presence = { value: 'restored', at: timestamp(deps) } as const;
    const facts = { state: 'unchanged', reason: 'restored', detail, content, presence } as const;
    rows.push(operatorRow(target, facts, deps));
  }
  return commitSegments([await writeSegment(rows, deps)], deps);
}

async function isRemoved(content: UrlState['content'], { store }: ManifestDeps): Promise<boolean> {
  if (content?.key == null) return false;
  return (await store.get(content.key, { offset: 0, length: 1 })) === null;
}

function withoutDocument(content: UrlState['content']): Row['content'] {
  return content && { ...content, key: null, sha: null, textSha: null };
}

function operatorRow({ canonicalUrl, state }: Target, facts: RowFacts, deps: ManifestDeps): Row {
  return newRow(
    {
      id: documentId(canonicalUrl),
      url: state?.url ?? canonicalUrl,
      canonicalUrl,
      kind: state?.kind ?? 'page',
      depth: 0,
      hop: 0,
      via: null,
    },
    facts,
    {
      ulid: deps.ulid(),
      run: OPERATOR_RUN,
      source: state?.sources[0] ?? OPERATOR_RUN,
      at: timestamp(deps),
    },
  );
}
