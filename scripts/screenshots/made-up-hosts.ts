import type { Reason, State } from '../../lib/model/states.ts';

/** How the pages of a host end: shares of one. */
export interface Mix {
  readonly host: string;
  readonly pages: number;
  readonly length: number;
  readonly ends: readonly (readonly [number, State, Reason, number | null])[];
  /** Of the new documents: those with an author. */
  readonly authors: number;
}

const published = (share: number) => [share, 'published', 'new', 200] as const;
const unchanged = (share: number) => [share, 'unchanged', 'not-modified', 304] as const;

/** Three hosts; in the last run one blocks, one drifts, one hides. */
export function mixes(isLast: boolean): Mix[] {
  return [
    {
      host: 'fanwen.example.com',
      pages: 420,
      length: 1500,
      authors: isLast ? 0.04 : 0.85,
      ends: [
        published(0.2),
        unchanged(0.7),
        [0.06, 'no-document', 'list-page', 200],
        [0.04, 'gone', 'http-404', 404],
      ],
    },
    {
      host: 'wenku.example.net',
      pages: 260,
      length: 900,
      authors: 0.5,
      ends: isLast
        ? [
            published(0.1),
            unchanged(0.42),
            [0.44, 'no-document', 'login-wall', 200],
            [0.04, 'failed', 'timeout', null],
          ]
        : [
            published(0.15),
            unchanged(0.77),
            [0.06, 'no-document', 'login-wall', 200],
            [0.02, 'failed', 'timeout', null],
          ],
    },
    {
      host: 'blog.example.org',
      pages: 120,
      length: 2200,
      authors: 0.9,
      ends: isLast
        ? [
            published(0.1),
            unchanged(0.5),
            [0.3, 'failed', 'http-4xx', 429],
            [0.1, 'deferred', 'retry-after', 429],
          ]
        : [published(0.1), unchanged(0.88), [0.02, 'failed', 'http-5xx', 500]],
    },
  ];
}

/** The end at a point between 0 and 1, each as wide as its share. */
export function endOf({ ends }: Mix, at: number): Mix['ends'][number] {
  let sum = 0;
  for (const end of ends) {
    sum += end[0];
    if (at < sum) return end;
  }
  const last = ends[0];
  if (!last) throw new Error('no ends');
  return last;
}
