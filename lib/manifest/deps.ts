import type { ObjectStore } from '#lib/io/object-store.ts';

/** What every writer of the manifest is given. */
export interface ManifestDeps {
  readonly store: ObjectStore;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** A fresh ULID of the present time. */
  readonly ulid: () => string;
}

export function timestamp({ now }: ManifestDeps): string {
  return new Date(now()).toISOString();
}
