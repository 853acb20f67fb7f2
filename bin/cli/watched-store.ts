import type { ObjectStore } from '#lib/io/object-store.ts';
import type { WorkProgress } from './work-progress.ts';

/**
 * The same store; every object read, written or listed moves the progress on. `expected`: about how many there
 * will be, null if nobody knows.
 */
export function watchedStore(
  store: ObjectStore,
  progress: WorkProgress,
  expected: number | null,
): ObjectStore {
  let done = 0;
  const note = (): void => {
    done += 1;
    progress.update(done, expected === null ? null : Math.max(expected, done));
  };
  const counted = async <T>(answer: Promise<T>): Promise<T> => {
    const value = await answer;
    note();
    return value;
  };
  return {
    get: (key, range) => counted(store.get(key, range)),
    create: (key, body) => counted(store.create(key, body)),
    replace: (key, body, etag) => counted(store.replace(key, body, etag)),
    put: (key, body) => counted(store.put(key, body)),
    delete: (key) => counted(store.delete(key)),
    forgetVersions: (key) => counted(store.forgetVersions(key)),
    async *list(prefix, options) {
      for await (const listed of store.list(prefix, options)) {
        note();
        yield listed;
      }
    },
  };
}
