/**
 * Takedown and restore: rows an operator writes. A takedown beats everything that was or will be
 * written of a URL until a restore; what happened meanwhile then holds.
 */
import { documentId } from '#lib/model/document-id.ts';
import { documentFolder } from '#lib/model/keys.ts';
import { OPERATOR_RUN } from '#lib/model/manifest-files.ts';
import { ROW_SCHEMA, type Row, type UrlState } from '#lib/model/row.ts';
import { type Commit, commitSegments } from './commit.ts';
import { type ManifestDeps, timestamp } from './deps.ts';
import { writeSegment } from './write-segment.ts';

/** A URL to take down or restore, with what is known of it. */
export interface Target {
  readonly canonicalUrl: string;
  /** Null if nothing is known: a takedown then keeps it from ever being fetched. */
  readonly state: UrlState | null;
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
): Promise<Commit> {
  const rows = targets.map(
    (target): Row => ({
      ...operatorRow(target, deps),
      state: 'taken-down',
      reason: 'takedown',
      detail,
      presence: { value: 'taken-down', at: timestamp(deps) },
    }),
  );
  const commit = await commitSegments([await writeSegment(rows, deps)], deps);
  for (const { canonicalUrl } of targets)
    for await (const { key } of deps.store.list(documentFolder(documentId(canonicalUrl))))
      await deps.store.delete(key);
  return commit;
}

export interface RestoreDeps extends ManifestDeps {
  /** Writes the document of the state again, from raw; false if that is not possible. */
  readonly rebuild: (state: UrlState) => Promise<boolean>;
}

/**
 * Restores what was taken down. A document that cannot be rebuilt is none until the URL is cleaned
 * or fetched again.
 */
export async function restore(
  targets: readonly Target[],
  detail: string | null,
  deps: RestoreDeps,
): Promise<Commit> {
  const rows: Row[] = [];
  for (const target of targets) {
    const content = target.state?.content ?? null;
    const isLost = content !== null && content.key !== null && !(await hasDocument(target, deps));
    rows.push({
      ...operatorRow(target, deps),
      state: 'unchanged',
      reason: 'restored',
      detail,
      content: isLost ? { ...content, key: null, sha: null, textSha: null } : null,
      presence: { value: 'restored', at: timestamp(deps) },
    });
  }
  return commitSegments([await writeSegment(rows, deps)], deps);
}

async function hasDocument({ state }: Target, { store, rebuild }: RestoreDeps): Promise<boolean> {
  if (state?.content?.key == null) return false;
  if ((await store.get(state.content.key, { offset: 0, length: 1 })) !== null) return true;
  return rebuild(state);
}

function operatorRow(
  { canonicalUrl, state }: Target,
  deps: ManifestDeps,
): Omit<Row, 'state' | 'reason' | 'detail' | 'presence'> {
  return {
    schema: ROW_SCHEMA,
    ulid: deps.ulid(),
    run: OPERATOR_RUN,
    source: state?.sources[0] ?? OPERATOR_RUN,
    id: documentId(canonicalUrl),
    url: state?.url ?? canonicalUrl,
    canonicalUrl,
    kind: state?.kind ?? 'page',
    depth: 0,
    hop: 0,
    via: null,
    at: timestamp(deps),
    fetch: null,
    content: null,
  };
}
