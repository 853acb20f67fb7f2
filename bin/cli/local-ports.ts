import type { ObjectStore } from '#lib/io/object-store.ts';
import { systemClock } from '#lib/io/system-clock.ts';
import { ulidFactory } from '#lib/io/ulid.ts';
import { safeHttpClient } from '#lib/io/undici-http-client.ts';
import { warcReader } from '#lib/io/warc-reader.ts';
import { warcWriter } from '#lib/io/warc-writer.ts';
import type { Ports } from '#lib/stages/stage.ts';

export interface LocalOptions {
  readonly userAgent: string;
  /** Let URLs point to private addresses: an explicit choice on this machine, which no Lambda has. */
  readonly allowPrivate: boolean;
}

/** The outside world as the command line sees it, over `store`. */
export function localPorts(store: ObjectStore, options: LocalOptions): Ports {
  const ulid = ulidFactory(() => systemClock.now());
  return {
    store,
    http: safeHttpClient({
      userAgent: options.userAgent,
      allowPrivateAddresses: options.allowPrivate,
    }),
    warcWriter: warcWriter(store, systemClock, ulid),
    warcReader: warcReader(store),
    clock: systemClock,
    ulid,
  };
}
