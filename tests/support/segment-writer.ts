/**
 * A process to be killed: writes documents and segments as a stage does, commits some of them itself, and
 * prints the key of every segment it was told is stored.
 * Arguments: the store, a name, how many segments.
 */
import { openObjectStore } from '#lib/io/open-object-store.ts';
import { systemClock } from '#lib/io/system-clock.ts';
import { ulidFactory } from '#lib/io/ulid.ts';
import { commitSegments } from '#lib/manifest/commit.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import { RetryableError } from '#lib/model/errors.ts';
import { aFetch, aRow, contentOf } from './manifest-rows.ts';

const SEGMENTS_A_COMMIT = 10;
const ROWS = 3;

const [, , location = '', name = '', count = '0'] = process.argv;
const store = await openObjectStore(location);
const deps = { store, now: systemClock.now, ulid: ulidFactory(systemClock.now) };

let written: { key: string }[] = [];
for (let n = 0; n < Number(count); n++) {
  const rows = [];
  for (let page = 0; page < ROWS; page++) {
    const ulid = deps.ulid();
    // one address is every writer's, the others are of this segment alone
    const url = page === 0 ? 'https://all.example/' : `https://${name}.example/${ulid}`;
    const at = new Date(deps.now()).toISOString();
    const content = contentOf(url, `text ${ulid.at(-1)}`, at);
    await store.put(content.key ?? '', new TextEncoder().encode(`text ${ulid.at(-1)}`));
    const fetch = aFetch({ fetchedAt: at });
    rows.push(
      aRow({ ulid, url, canonicalUrl: url, at, state: 'published', reason: 'new', fetch, content }),
    );
  }
  const segment = await writeSegment(rows, deps);
  process.stdout.write(`${segment.key}\n`);
  written.push(segment);
  if (written.length < SEGMENTS_A_COMMIT) continue;
  await commitSegments(written, deps).catch((error: unknown) => {
    // a hundred lost races in a row: the sweep commits them
    if (!(error instanceof RetryableError)) throw error;
  });
  written = [];
}
