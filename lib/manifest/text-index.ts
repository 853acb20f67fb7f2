/**
 * Which documents share a text. For compaction only: sorted lines [textSha, firstSeenAt, id] by
 * prefix of textSha, so that the first line of a text is its representative.
 */
import { keptBody } from '#lib/model/kept-body.ts';
import { partKey } from '#lib/model/keys.ts';
import type { Part } from '#lib/model/manifest-files.ts';
import type { ObjectReader } from '#lib/model/object-reader.ts';
import type { UrlState } from '#lib/model/row.ts';
import { decodeLines, encodeLines } from '#lib/model/segment-codec.ts';
import type { ManifestDeps } from './deps.ts';

const PREFIX_DIGITS = 2;
const SHA_START = 2; // after ["
const SHA_END = SHA_START + 64;

/** Lines that came and went since the last checkpoint, by prefix of textSha. */
export type TextChanges = Map<string, { added: Set<string>; removed: Set<string> }>;

/** The line of a document that may be read; null for anything else. */
export function textLine({ id, firstSeenAt, content, presence }: UrlState): string | null {
  if (content?.textSha == null || content.key === null) return null;
  if (presence?.value === 'gone' || presence?.value === 'taken-down') return null;
  return JSON.stringify([content.textSha, firstSeenAt, id]);
}

/** Notes what a change of a URL's state means for the index. */
export function noteChange(changes: TextChanges, before: UrlState | null, after: UrlState): void {
  const removed = before ? textLine(before) : null;
  const added = textLine(after);
  if (removed === added) return;
  if (removed !== null) changesOf(changes, removed).removed.add(removed);
  if (added !== null) changesOf(changes, added).added.add(added);
}

/**
 * Writes the parts of the index that change, and tells which URLs get another representative: id →
 * its id, null for a URL that is its own.
 */
export async function updateTexts(
  deps: ManifestDeps,
  texts: readonly Part[],
  changes: TextChanges,
): Promise<{ texts: Part[]; representatives: Map<string, string | null> }> {
  const parts = new Map(texts.map((part) => [part.partition, part]));
  const representatives = new Map<string, string | null>();
  for (const [partition, { added, removed }] of changes) {
    const before = await readLines(deps.store, parts.get(partition));
    const after = [...before.filter((line) => !removed.has(line)), ...added].sort();
    const affected = new Set([...added, ...removed].map(shaOf));
    const earlier = representativesIn(before, affected);
    for (const [id, representative] of representativesIn(after, affected))
      if (earlier.get(id) !== representative) representatives.set(id, representative);
    parts.delete(partition);
    if (after.length > 0) parts.set(partition, await writeLines(deps, partition, after));
  }
  const sorted = [...parts.values()].sort((a, b) => (a.partition < b.partition ? -1 : 1));
  return { texts: sorted, representatives };
}

/** Who stands for each document of a text, by sorted lines: the first; null for that one itself. */
export function representativesIn(
  lines: readonly string[],
  affected?: ReadonlySet<string>,
): Map<string, string | null> {
  const found = new Map<string, string | null>();
  let sha = '';
  let first = '';
  for (const line of lines) {
    if (affected && !affected.has(shaOf(line))) continue;
    const id = idOf(line);
    if (shaOf(line) !== sha) {
      sha = shaOf(line);
      first = id;
    }
    found.set(id, id === first ? null : first);
  }
  return found;
}

async function readLines(reader: ObjectReader, part: Part | undefined): Promise<string[]> {
  if (part === undefined) return [];
  return [...decodeLines(part.key, await keptBody(reader, part.key))];
}

async function writeLines(deps: ManifestDeps, partition: string, lines: string[]): Promise<Part> {
  const key = partKey(`text-${partition}`, deps.ulid());
  await deps.store.create(key, encodeLines(lines));
  return { partition, key, rows: lines.length };
}

function changesOf(
  changes: TextChanges,
  line: string,
): { added: Set<string>; removed: Set<string> } {
  const partition = textPartition(line);
  const known = changes.get(partition) ?? { added: new Set(), removed: new Set() };
  changes.set(partition, known);
  return known;
}

/** Which part of the index a line is in. */
export function textPartition(line: string): string {
  return shaOf(line).slice(0, PREFIX_DIGITS);
}

function shaOf(line: string): string {
  return line.slice(SHA_START, SHA_END);
}

function idOf(line: string): string {
  return line.slice(line.lastIndexOf(',') + 2, -2);
}
