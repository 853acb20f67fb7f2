/** What is stored under a key. */
export interface StoredObject {
  readonly body: Uint8Array;
  /** Opaque; differs whenever the content differs. */
  readonly etag: string;
}

export interface ListedObject {
  readonly key: string;
  readonly size: number;
}

export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

export interface ListOptions {
  /** Only keys that come after this one. */
  readonly after?: string;
  readonly limit?: number;
}

/**
 * The one port to storage. Absence, conflict and fault are three different answers:
 * `null`, ConflictError, and RetryableError or PermanentError (never confused with absence).
 * Every write is whole or not at all, also under `kill -9`. Reads after a write see it.
 */
export interface ObjectStore {
  /** The object, a range of it, or null if there is none. */
  get(key: string, range?: ByteRange): Promise<StoredObject | null>;
  /**
   * Stores `body` unless another body is there.
   * Idempotent: creating the same bytes again succeeds, so a lost answer needs no special care.
   * @throws ConflictError if the key holds different bytes
   */
  create(key: string, body: Uint8Array): Promise<{ etag: string }>;
  /**
   * Stores `body` in place of the version with `etag`.
   * @throws ConflictError if the key holds another version, or none
   */
  replace(key: string, body: Uint8Array, etag: string): Promise<{ etag: string }>;
  /** Stores `body` whatever is there. For keys with one writer only. */
  put(key: string, body: Uint8Array): Promise<{ etag: string }>;
  /** Removes the object; succeeds if there is none. */
  delete(key: string): Promise<void>;
  /**
   * Removes what the store keeps of earlier bodies of a key, or of all keys of a folder (`a/b/`), and
   * of deleted objects everything: what `get` does not give cannot be brought back.
   */
  forgetVersions(keyOrFolder: string): Promise<void>;
  /** Objects whose key starts with `prefix`, in order of UTF-8 bytes. */
  list(prefix: string, options?: ListOptions): AsyncIterable<ListedObject>;
}
