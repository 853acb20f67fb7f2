/**
 * A process to be killed: sweeps and compacts a store every second.
 * Argument: the store.
 */
import { openObjectStore } from '#lib/io/open-object-store.ts';
import { systemClock } from '#lib/io/system-clock.ts';
import { ulidFactory } from '#lib/io/ulid.ts';
import { compact } from '#lib/manifest/compact.ts';
import { sweep } from '#lib/manifest/sweep.ts';
import { RetryableError } from '#lib/model/errors.ts';

const store = await openObjectStore(process.argv[2] ?? '');
const deps = { store, now: systemClock.now, ulid: ulidFactory(systemClock.now) };

for (;;) {
  try {
    await sweep(deps, { olderThanMs: 200, lookBackMs: 60_000 });
    await compact(deps);
  } catch (error) {
    if (!(error instanceof RetryableError)) throw error;
  }
  await systemClock.sleep(1_000);
}
