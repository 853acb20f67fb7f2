import type { ObjectStore } from '#lib/io/object-store.ts';
import { canonicalJson } from '#lib/model/canonical-json.ts';
import { PermanentError } from '#lib/model/errors.ts';
import { LATEST_KEY } from '#lib/model/keys.ts';
import { readCheckpoint } from '#lib/model/log.ts';
import type { Checkpoint, ManifestIndex, Part } from '#lib/model/manifest-files.ts';
import { mergedStates } from '#lib/model/merged-states.ts';
import { type UrlState, urlState } from '#lib/model/row.ts';
import { decodeLines } from '#lib/model/segment-codec.ts';
import { viewAt } from '#lib/model/view.ts';
import type { Finding } from './finding.ts';
import { verifyProfiles } from './profiles/verify-profiles.ts';
import { type TextSums, textSums, verifyTexts } from './verify-texts.ts';

/** The checkpoint the index names is whole, and says what the log says. */
export async function* verifyCheckpoint(
  store: ObjectStore,
  index: ManifestIndex | null,
): AsyncGenerator<Finding> {
  const key = index?.checkpoint?.key;
  if (key === undefined) return;
  const checkpoint = await readCheckpoint(store, key);
  if (checkpoint === null) {
    yield { rule: 'checkpoint-exists', where: key, problem: 'is missing: the index names it' };
    return;
  }
  yield* verifyLatest(store, checkpoint);
  yield* verifyParts(store, key, checkpoint);
  yield* verifyProfiles(store, checkpoint);
}

/** The copy under its own name is that of the index, or of an earlier one. */
async function* verifyLatest(store: ObjectStore, checkpoint: Checkpoint): AsyncGenerator<Finding> {
  const latest = await readCheckpoint(store, LATEST_KEY);
  const say = (problem: string): Finding => ({ rule: 'latest', where: LATEST_KEY, problem });
  if (latest === null) return;
  if (latest.number > checkpoint.number) yield say('is later than the checkpoint of the index');
  if (latest.number === checkpoint.number && canonicalJson(latest) !== canonicalJson(checkpoint))
    yield say('is not the checkpoint of the index');
}

async function* verifyParts(
  store: ObjectStore,
  where: string,
  checkpoint: Checkpoint,
): AsyncGenerator<Finding> {
  const found: Found = { totals: {}, texts: textSums(), lastId: '' };
  let isWhole = true;
  for (const part of checkpoint.parts) {
    const { problems, states } = await readStates(store, part);
    for (const problem of [...problems, ...tally(found, states)]) {
      yield { rule: 'parts', where: part.key, problem };
      isWhole = false;
    }
  }
  if (!isWhole) return; // what follows compares with the parts
  yield* verifyTotals(where, checkpoint, found.totals);
  yield* verifyTexts(store, checkpoint, found.texts);
}

interface Found {
  readonly totals: Record<string, number>;
  readonly texts: TextSums;
  lastId: string;
}

/** Adds the states of one part; says which are out of order or there twice. */
function tally(found: Found, states: readonly UrlState[]): string[] {
  const problems: string[] = [];
  for (const state of states) {
    if (state.id <= found.lastId) problems.push(`${state.id} is out of order or twice`);
    found.lastId = state.id;
    found.totals[state.last.state] = (found.totals[state.last.state] ?? 0) + 1;
    found.texts.add(state);
  }
  return problems;
}

function* verifyTotals(
  where: string,
  checkpoint: Checkpoint,
  totals: Found['totals'],
): Generator<Finding> {
  for (const [state, urls] of Object.entries(checkpoint.totals)) {
    const there = totals[state] ?? 0;
    if (there !== urls)
      yield { rule: 'counts', where, problem: `says ${urls} ${state}, its parts have ${there}` };
  }
}

async function readStates(
  store: ObjectStore,
  { key, partition, rows }: Part,
): Promise<{ problems: string[]; states: UrlState[] }> {
  const object = await store.get(key);
  if (object === null) return { problems: ['is missing: the checkpoint names it'], states: [] };
  const problems: string[] = [];
  const states: UrlState[] = [];
  for (const line of linesOf(key, object.body, problems)) {
    const parsed = urlState.safeParse(jsonOf(line));
    if (!parsed.success) problems.push(`a state is malformed: ${parsed.error.issues[0]?.message}`);
    else if (!parsed.data.id.startsWith(partition)) problems.push(`${parsed.data.id} is not of it`);
    else states.push(parsed.data);
  }
  if (problems.length === 0 && states.length !== rows)
    problems.push(`has ${states.length} rows, the checkpoint says ${rows}`);
  return { problems, states };
}

function* linesOf(key: string, body: Uint8Array, problems: string[]): Generator<string> {
  try {
    yield* decodeLines(key, body);
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error;
    problems.push('is not gzip');
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null; // no state either
  }
}

/** As long as the whole log is there: replaying it from the first commit gives the snapshot. */
export async function* verifyReplay(store: ObjectStore): AsyncGenerator<Finding> {
  const view = await viewAt(store);
  const replayed = mergedStates(store, await viewAt(store, view.head, { fromStart: true }));
  for await (const state of mergedStates(store, view)) {
    const { value } = await replayed.next();
    const fields = differing(comparable(state), comparable(value));
    if (fields.length === 0) continue;
    const problem = `the checkpoint does not say what the log says: ${fields.join(', ')}`;
    yield { rule: 'replay', where: state.id, problem };
    return;
  }
  if (!(await replayed.next()).done)
    yield { rule: 'replay', where: 'manifest/', problem: 'the checkpoint lacks URLs of the log' };
}

function differing(a: object | undefined, b: object | undefined): string[] {
  const [one, other] = [a, b].map((state) => new Map(Object.entries(state ?? {})));
  const fields = new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])]);
  return [...fields].filter(
    (field) => JSON.stringify(one?.get(field)) !== JSON.stringify(other?.get(field)),
  );
}

/** Duplicates are known to compaction only. */
function comparable(state: UrlState | undefined): UrlState | undefined {
  return state && { ...state, duplicateOf: null };
}
