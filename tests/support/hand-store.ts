import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { type Commit, commitSegments } from '#lib/manifest/commit.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import type { Row } from '#lib/model/row.ts';
import { aRow, countingUlids, handClock } from './manifest-rows.ts';

/** An empty store whose writers go by a clock that only the test moves. */
export function handStore() {
  const clock = handClock();
  const store = memoryObjectStore();
  const deps = { store, now: clock.now, ulid: countingUlids(clock.now) };
  const commit = async (rows: readonly Partial<Row>[]): Promise<Commit> => {
    const whole = rows.map((row) => aRow({ ulid: deps.ulid(), ...row }));
    return await commitSegments([await writeSegment(whole, deps)], deps);
  };
  return { clock, store, deps, commit };
}
