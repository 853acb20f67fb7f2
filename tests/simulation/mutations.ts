import type { ObjectStore, StoredObject } from '#lib/io/object-store.ts';
import { commitSegments } from '#lib/manifest/commit.ts';
import { MAX_COMPACTION_MS } from '#lib/manifest/compact.ts';
import type { ManifestDeps } from '#lib/manifest/deps.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import { ConflictError } from '#lib/model/errors.ts';
import {
  CHECKPOINT_PREFIX,
  FLOOR_KEY,
  INDEX_KEY,
  LOG_PREFIX,
  logNumber,
  PART_PREFIX,
  PROFILE_PREFIX,
  RUN_PREFIX,
  SEGMENT_PREFIX,
} from '#lib/model/keys.ts';
import { mergeRow, stateOfRow } from '#lib/model/merge-rows.ts';
import { jsonBytes } from '#lib/model/object-reader.ts';
import { encodeLines } from '#lib/model/segment-codec.ts';
import { aRow } from '../support/manifest-rows.ts';
import { PROTOCOL, type Protocol } from './protocol.ts';

type Change = (store: ObjectStore) => Partial<ObjectStore>;

/** The dependencies with some methods of the store replaced. */
function tampered<T extends ManifestDeps>(deps: T, change: Change): T {
  return { ...deps, store: { ...deps.store, ...change(deps.store) } };
}

/** What commits, with its store tampered with: the committers and the sweep. */
function committers(change: Change): Partial<Protocol> {
  return {
    commitSegments: (segments, deps) => PROTOCOL.commitSegments(segments, tampered(deps, change)),
    sweep: (deps, options) => PROTOCOL.sweep(tampered(deps, change), options),
  };
}

function compactors(change: Change): Partial<Protocol> {
  return { compact: (deps, options) => PROTOCOL.compact(tampered(deps, change), options) };
}

function collectors(change: Change): Partial<Protocol> {
  return {
    collectGarbage: (deps, options) => PROTOCOL.collectGarbage(tampered(deps, change), options),
  };
}

/** The object with its JSON changed. */
function edited(object: StoredObject | null, edit: (json: never) => unknown): StoredObject | null {
  if (object === null) return null;
  const json: never = JSON.parse(new TextDecoder().decode(object.body)) as never;
  return { ...object, body: jsonBytes(edit(json)) };
}

const unconditional: Change = (store) => ({
  replace: (key, body) => store.put(key, body),
});

/** Bugs somebody could write, each by what goes wrong. */
export const MUTATIONS: Readonly<Record<string, Partial<Protocol>>> = {
  'a committer overwrites the entry of another': committers((store) => ({
    create: (key, body) =>
      key.startsWith(LOG_PREFIX) ? store.put(key, body) : store.create(key, body),
  })),

  'a committer takes every conflict for its own write': committers((store) => ({
    create: async (key, body) => {
      try {
        return await store.create(key, body);
      } catch (error) {
        if (error instanceof ConflictError && key.startsWith(LOG_PREFIX)) return { etag: '' };
        throw error;
      }
    },
  })),

  'a committer does not look at the floor after its write': committers((store) => ({
    get: (key) => (key === FLOOR_KEY ? Promise.resolve(null) : store.get(key)),
  })),

  'a committer lists segments without reading what is listed': committers((store) => ({
    get: async (key) =>
      key.startsWith(LOG_PREFIX)
        ? edited(await store.get(key), (entry: object) => ({ ...entry, segments: [] }))
        : store.get(key),
  })),

  'a committer moves the index without looking at who moved it': committers(unconditional),

  'a committer moves the index before it has written the entry': committers((store) => ({
    create: async (key, body) => {
      const index = key.startsWith(LOG_PREFIX) ? await store.get(INDEX_KEY) : null;
      const led = edited(index, (json: object) => ({ ...json, head: logNumber(key) }));
      if (led) await store.put(INDEX_KEY, led.body);
      return store.create(key, body);
    },
  })),

  'nobody sweeps': {
    sweep: async () => ({ seen: 0, committed: 0, rejected: [] }),
  },

  'a writer is told that rows are stored before they are': {
    writeSegment: (rows, deps) =>
      PROTOCOL.writeSegment(
        rows,
        tampered(deps, (store) => ({
          create: async (key, body) => {
            store.create(key, body).catch(() => undefined);
            return { etag: '' };
          },
        })),
      ),
  },

  'documents are stored after the rows that name them': { documentsFirst: false },

  'a compactor moves the index without looking at who moved it': compactors(unconditional),

  'a compactor reads some segments as empty': compactors((store) => ({
    get: async (key) => {
      const object = await store.get(key);
      const isLost = key.startsWith(SEGMENT_PREFIX) && key.charCodeAt(key.length - 10) % 4 === 0;
      return object && isLost ? { ...object, body: encodeLines([]) } : object;
    },
  })),

  'a compactor does not keep the profile it replaces': compactors((store) => ({
    create: async (key, body) =>
      key.startsWith(`${PROFILE_PREFIX}versions/`) ? { etag: '' } : store.create(key, body),
  })),

  'a compactor forgets which versions of a profile there were': compactors((store) => ({
    get: async (key) =>
      key.startsWith(PROFILE_PREFIX)
        ? edited(await store.get(key), (profile: object) => ({
            ...profile,
            earlier: [],
            names: { x: 9 },
          }))
        : store.get(key),
  })),

  'a compactor counts anew instead of going on': compactors((store) => ({
    get: async (key) => {
      const object = await store.get(key);
      return object && key.startsWith(`${PART_PREFIX}sample-`)
        ? { ...object, body: encodeLines([]) }
        : object;
    },
  })),

  'a collector gives nobody time to finish': {
    collectGarbage: (deps, options) =>
      PROTOCOL.collectGarbage(deps, { ...options, graceMs: -MAX_COMPACTION_MS }),
  },

  'a collector moves the floor past the checkpoint': collectors((store) => ({
    get: async (key) =>
      key === INDEX_KEY
        ? edited(await store.get(key), (index: { head: number; checkpoint: object | null }) => ({
            ...index,
            checkpoint: { ...index.checkpoint, number: index.head, key: 'manifest/checkpoints/0' },
          }))
        : store.get(key),
  })),

  'a collector does not look at which checkpoints there are': collectors((store) => ({
    list: (prefix, options) => store.list(prefix === CHECKPOINT_PREFIX ? 'none/' : prefix, options),
  })),

  'a collector removes the entry and then its segments': collectors((store) => {
    const left: string[] = [];
    return {
      delete: async (key) => {
        if (key.startsWith(SEGMENT_PREFIX)) left.push(key);
        else await store.delete(key);
        if (key.startsWith(LOG_PREFIX))
          for (const segment of left.splice(0)) await store.delete(segment);
      },
    };
  }),

  'a collector takes rows of a run that is under way': collectors((store) => ({
    get: async (key) => (key.startsWith(RUN_PREFIX) ? null : store.get(key)),
  })),

  'a consumer applies whatever comes last': {
    mergeRow: (state, row) => {
      const merged = mergeRow(state, row);
      const { fetch, content, presence } = stateOfRow(row);
      return {
        ...merged,
        fetch: fetch ?? merged.fetch,
        content: content ?? merged.content,
        presence: presence ?? merged.presence,
      };
    },
  },

  'a feed never says that it was overtaken': {
    feed: (store, cursor, options) =>
      PROTOCOL.feed(
        { get: (key) => (key === FLOOR_KEY ? Promise.resolve(null) : store.get(key)) },
        cursor,
        options,
      ),
  },

  'a takedown is a row like any other': {
    takeDown: async (targets, detail, deps) => {
      const at = new Date(deps.now()).toISOString();
      const rows = targets.map(({ canonicalUrl }) =>
        aRow({
          ulid: deps.ulid(),
          url: canonicalUrl,
          canonicalUrl,
          at,
          state: 'taken-down',
          reason: 'takedown',
          detail,
          presence: { value: 'gone', at },
        }),
      );
      return commitSegments([await writeSegment(rows, deps)], deps);
    },
  },
};
