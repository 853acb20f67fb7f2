import type { ObjectStore } from '#lib/io/object-store.ts';
import { systemClock } from '#lib/io/system-clock.ts';
import { ulidFactory } from '#lib/io/ulid.ts';
import { safeHttpClient } from '#lib/io/undici-http-client.ts';
import { warcReader } from '#lib/io/warc-reader.ts';
import { warcWriter } from '#lib/io/warc-writer.ts';
import type { RunSummary } from '#lib/local/finish-run.ts';
import { localRun } from '#lib/local/local-run.ts';
import type { Row } from '#lib/model/row.ts';
import type { SourceDefinition } from '#lib/model/source.ts';
import type { Ports } from '#lib/stages/stage.ts';

const USER_AGENT = 'winnow-test/0.1 (+mailto:test@example.org)';

/** Real ports over `store`; servers on this machine may be reached, unless told otherwise. */
export function testPorts(store: ObjectStore, allowPrivate = true): Ports {
  const ulid = ulidFactory(() => systemClock.now());
  return {
    store,
    http: safeHttpClient({ userAgent: USER_AGENT, allowPrivateAddresses: allowPrivate }),
    warcWriter: warcWriter(store, systemClock, ulid),
    warcReader: warcReader(store),
    clock: systemClock,
    ulid,
  };
}

/** One local run of `source` into `store`, over real HTTP. */
export async function runInto(
  store: ObjectStore,
  source: SourceDefinition,
  options: { onRow?: (row: Row) => void; signal?: AbortSignal; allowPrivate?: boolean } = {},
): Promise<RunSummary> {
  const ports = testPorts(store, options.allowPrivate);
  try {
    return await localRun(ports, source, {
      userAgent: USER_AGENT,
      dueOnly: false,
      signal: options.signal ?? new AbortController().signal,
      onRow: options.onRow ?? (() => undefined),
      onStart: () => undefined,
    });
  } finally {
    await ports.http.close();
  }
}
