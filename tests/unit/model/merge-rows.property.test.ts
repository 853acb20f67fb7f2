import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeRow, mergeStates, stateOfRow } from '#lib/model/merge-rows.ts';
import { type Row, type UrlState, urlState } from '#lib/model/row.ts';
import { aContent, aFetch, aRow } from '../../support/manifest-rows.ts';

/** Few times and versions, so that they tie and cross. */
const time = fc.integer({ min: 0, max: 4 }).map((n) => `2026-01-0${n + 1}T00:00:00.000Z`);

const facts = fc.record({
  at: time,
  source: fc.constantFrom('a', 'b', 'c'),
  kind: fc.constantFrom('published', 'unchanged', 'failed', 'gone', 'takedown', 'restore', 'late'),
  fetchedAt: time,
  cleaner: fc.integer({ min: 1, max: 3 }),
});

type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never;

function toRow({ at, source, kind, fetchedAt, cleaner }: Facts, index: number): Row {
  const base = { ulid: `01KDVNTG000000000000000${String(index).padStart(3, '0')}`, source, at };
  const fetch = aFetch({ fetchedAt });
  const content = aContent({ fetchedAt, cleaner, sha: `${index}`, title: `title ${index}` });
  switch (kind) {
    case 'published':
      return aRow({ ...base, state: 'published', reason: 'new', fetch, content });
    case 'late':
      return aRow({ ...base, state: 'no-document', reason: 'empty', content });
    case 'unchanged':
      return aRow({
        ...base,
        state: 'unchanged',
        reason: 'not-modified',
        fetch: { ...fetch, status: 304 },
      });
    case 'failed':
      return aRow({
        ...base,
        state: 'failed',
        reason: 'timeout',
        fetch: { ...fetch, status: null },
      });
    case 'gone':
      return aRow({
        ...base,
        state: 'gone',
        reason: 'http-410',
        fetch: { ...fetch, status: 410 },
        presence: { value: 'gone', at: fetchedAt },
      });
    case 'takedown':
      return aRow({
        ...base,
        state: 'taken-down',
        reason: 'takedown',
        presence: { value: 'taken-down', at },
      });
    default:
      return aRow({
        ...base,
        state: 'unchanged',
        reason: 'restored',
        presence: { value: 'restored', at },
      });
  }
}

const rows = fc.array(facts, { minLength: 1, maxLength: 12 }).map((list) => list.map(toRow));

const merge = (list: readonly Row[]): UrlState | undefined =>
  list.reduce<UrlState | undefined>(mergeRow, undefined);

describe('merging of rows', () => {
  it('does not depend on order or on how often a row comes', () => {
    fc.assert(
      fc.property(
        rows.chain((list) => fc.tuple(fc.constant(list), fc.array(fc.constantFrom(...list)))),
        fc.nat(),
        ([list, again], seed) => {
          const shuffled = [...list, ...again].sort(
            (a, b) => ((a.ulid.charCodeAt(25) * seed) % 7) - ((b.ulid.charCodeAt(25) * seed) % 7),
          );
          expect(merge(shuffled)).toEqual(merge(list));
          expect(merge([...list].reverse())).toEqual(merge(list));
        },
      ),
    );
  });

  it('is associative and idempotent on states', () => {
    fc.assert(
      fc.property(rows, fc.nat(), fc.nat(), (list, first, second) => {
        const states = list.map(stateOfRow);
        const whole = states.reduce(mergeStates);
        const [from, to] = [first % states.length, second % states.length].sort(
          (x, y) => x - y,
        ) as [number, number];
        const groups = [states.slice(0, from), states.slice(from, to), states.slice(to)];
        const [a, b, c] = groups.map((group) =>
          group.length > 0 ? group.reduce(mergeStates) : null,
        );
        const joined = [a, b, c].filter((state) => state != null);
        expect(joined.reduceRight((right, left) => mergeStates(left, right))).toEqual(whole);
        expect(mergeStates(whole, whole)).toEqual(whole);
      }),
    );
  });

  it('gives states of the schema, whatever the rows', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const state = merge(list);
        expect(urlState.parse(state)).toEqual(state);
      }),
    );
  });

  it('lets a takedown beat everything until a later restore', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const acts = list
          .flatMap(({ presence, ulid }) => (presence ? [{ ...presence, ulid }] : []))
          .filter(({ value }) => value === 'taken-down' || value === 'restored')
          .sort((a, b) => (`${a.at}${a.ulid}` < `${b.at}${b.ulid}` ? -1 : 1));
        expect(merge(list)?.presence?.value === 'taken-down').toBe(
          acts.at(-1)?.value === 'taken-down',
        );
      }),
    );
  });
});

describe('the registers', () => {
  const ulid = (n: number): string => `01KDVNTG00000000000000000${n}`;
  const at = (n: number): string => `2026-01-0${n}T00:00:00.000Z`;
  const published = aRow({
    ulid: ulid(1),
    at: at(1),
    state: 'published',
    reason: 'new',
    fetch: aFetch({ fetchedAt: at(1) }),
    content: aContent({ fetchedAt: at(1), key: 'k', sha: 's' }),
  });
  const gone = aRow({
    ulid: ulid(2),
    at: at(2),
    state: 'gone',
    reason: 'http-404',
    fetch: aFetch({ fetchedAt: at(2), status: 404 }),
    presence: { value: 'gone', at: at(2) },
  });

  it('keep the document when a fetch fails or finds nothing new', () => {
    const failed = aRow({
      ulid: ulid(3),
      at: at(3),
      state: 'failed',
      reason: 'timeout',
      fetch: aFetch({ fetchedAt: at(3), status: null }),
    });
    const state = merge([published, failed]);
    expect(state?.content?.key).toBe('k');
    expect(state?.fetch?.fetchedAt).toBe(at(3));
    expect(state?.presence?.value).toBe('present');
  });

  it('lift gone by a later successful fetch that a failed one follows', () => {
    const unchanged = aRow({
      ulid: ulid(3),
      at: at(3),
      state: 'unchanged',
      reason: 'not-modified',
      fetch: aFetch({ fetchedAt: at(3), status: 304 }),
    });
    const failed = aRow({
      ulid: ulid(4),
      at: at(4),
      state: 'failed',
      reason: 'timeout',
      fetch: aFetch({ fetchedAt: at(4), status: null }),
    });
    expect(merge([published, gone])?.presence?.value).toBe('gone');
    expect(merge([published, gone, unchanged, failed])?.presence?.value).toBe('present');
  });

  it('take the newer cleaner of one raw response, and the newer raw of two', () => {
    const recleaned = aRow({
      ulid: ulid(0),
      at: at(5),
      state: 'published',
      reason: 'changed',
      content: aContent({ fetchedAt: at(1), cleaner: 2, key: 'k2' }),
    });
    const refetched = aRow({
      ulid: ulid(0),
      at: at(5),
      state: 'published',
      reason: 'changed',
      content: aContent({ fetchedAt: at(2), cleaner: 1, key: 'k3' }),
    });
    expect(merge([recleaned, published])?.content?.key).toBe('k2');
    expect(merge([recleaned, refetched, published])?.content?.key).toBe('k3');
  });

  it('uncover what happened under a takedown when it is restored', () => {
    const down = aRow({
      ulid: ulid(3),
      at: at(3),
      state: 'taken-down',
      reason: 'takedown',
      presence: { value: 'taken-down', at: at(3) },
    });
    const lifted = aRow({
      ulid: ulid(4),
      at: at(4),
      state: 'unchanged',
      reason: 'restored',
      presence: { value: 'restored', at: at(4) },
    });
    const late = aRow({
      ...gone,
      ulid: ulid(5),
      at: at(5),
      presence: { value: 'gone', at: at(5) },
    });
    expect(merge([published, down, late])?.presence?.value).toBe('taken-down');
    expect(merge([published, down, late, lifted])?.presence?.value).toBe('gone');
    expect(merge([published, lifted, down])?.presence?.value).toBe('present');
  });

  it('keep the names of the latest row, all sources and the first time', () => {
    const state = merge([
      gone,
      { ...published, source: 'other', url: 'https://www.example.com/a.html#x' },
    ]);
    expect(state?.sources).toEqual(['other', 'samples']);
    expect(state?.firstSeenAt).toBe(at(1));
    expect(state?.url).toBe('https://www.example.com/a.html');
    expect(state?.last.state).toBe('gone');
  });
});
