import type { ObjectStore } from '#lib/io/object-store.ts';
import { hostId } from '#lib/model/document-id.ts';
import { PermanentError } from '#lib/model/errors.ts';
import { decidesAlike, MIN_DOCUMENTS, storedProfile } from '#lib/model/host-profile.ts';
import { profileKey, profileVersionKey } from '#lib/model/keys.ts';
import type { Checkpoint } from '#lib/model/manifest-files.ts';
import { parseJson } from '#lib/model/object-reader.ts';
import { decodeLines, idOfLine } from '#lib/model/segment-codec.ts';
import type { Finding } from '../finding.ts';
import { countProfile } from './count-profile.ts';
import { parseSample } from './sample-keeper.ts';

/** The checkpoint's samples are whole, and the profile of each host says what its sample says. */
export async function* verifyProfiles(
  store: ObjectStore,
  checkpoint: Checkpoint,
): AsyncGenerator<Finding> {
  for (const { key, rows, partition } of checkpoint.samples) {
    const object = await store.get(key);
    if (object === null) {
      yield { rule: 'parts', where: key, problem: 'is missing: the checkpoint names it' };
      continue;
    }
    let count = 0;
    let last = '';
    for (const line of decodeLines(key, object.body)) {
      const id = idOfLine(line);
      if (id <= last || !id.startsWith(partition))
        yield { rule: 'parts', where: key, problem: `${id} is out of order, or not of it` };
      last = id;
      count += 1;
      yield* verifyHost(store, line, checkpoint.number);
    }
    if (count !== rows)
      yield {
        rule: 'parts',
        where: key,
        problem: `has ${count} rows, the checkpoint says ${rows}`,
      };
  }
}

async function* verifyHost(
  store: ObjectStore,
  line: string,
  number: number,
): AsyncGenerator<Finding> {
  const { host, pages } = parseSample(line);
  const where = profileKey(host);
  if (hostId(host) !== idOfLine(line))
    yield { rule: 'profiles', where, problem: 'has its sample under the id of another host' };
  const counted = countProfile(host, number, pages);
  const object = await store.get(where);
  if (object === null) {
    if (counted.documents >= MIN_DOCUMENTS)
      yield { rule: 'profiles', where, problem: `is missing: ${counted.documents} documents` };
    return;
  }
  try {
    const stored = parseJson(where, object.body, storedProfile);
    if (stored.version <= number && !decidesAlike(stored, counted))
      yield { rule: 'profiles', where, problem: 'does not say what the documents say' };
    for (const version of stored.earlier) {
      const key = profileVersionKey(host, version);
      if ((await store.get(key, { offset: 0, length: 1 })) === null)
        yield { rule: 'profiles', where: key, problem: 'is missing: the latest names it' };
    }
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error;
    yield { rule: 'profiles', where, problem: error.message };
  }
}
