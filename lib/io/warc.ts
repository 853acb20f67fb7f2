import type { RawReference } from '#lib/model/row.ts';

/** One HTTP exchange as it is archived: WARC 1.1 request and response records. */
export interface Exchange {
  readonly url: string;
  /** ISO 8601, when the request was sent. */
  readonly fetchedAt: string;
  readonly requestHeaders: readonly (readonly [string, string])[];
  readonly status: number;
  readonly statusText: string;
  readonly responseHeaders: readonly (readonly [string, string])[];
  /** Content encodings undone. */
  readonly payload: Uint8Array;
  /** Cut at a cap or broken off: WARC-Truncated. */
  readonly truncated: 'length' | 'time' | 'disconnect' | null;
}

/** Writes exchanges to one WARC file and says where each response lies. */
export interface WarcWriter {
  /** Stores the file under a fresh key of the day; the references are in the order of `exchanges`. */
  write(exchanges: readonly Exchange[]): Promise<RawReference[]>;
}

/** Reads one exchange back by one range request. Null if the raw was deleted or erased. */
export interface WarcReader {
  read(reference: RawReference): Promise<Exchange | null>;
}

/** Erases exchanges from WARC files, so that nothing brings them back. */
export interface WarcEraser {
  /**
   * Erases the records of the wanted URLs from one file and the file's earlier versions. Safe to
   * repeat. One request; three more if there is something to erase.
   * @returns how many records were erased
   */
  erase(key: string, isWanted: (url: string) => boolean): Promise<number>;
}
