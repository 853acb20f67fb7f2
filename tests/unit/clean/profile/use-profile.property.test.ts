import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPage } from '#lib/clean/clean-page.ts';
import { isProse } from '#lib/clean/lines/prose.ts';
import { denseRun, isInside } from '#lib/clean/profile/dense-run.ts';
import type { DocumentLine } from '#lib/clean/profile/document-lines.ts';
import { isGenreLine } from '#lib/clean/profile/genre-lines.ts';
import { lineKey, normalLine } from '#lib/clean/profile/line-key.ts';
import type { CleanInput, CleanResult } from '#lib/model/cleaning.ts';
import type { HostProfile } from '#lib/model/host-profile.ts';
import { type ManyPage, manyPages } from '#samples/many-pages/many-page-site.ts';
import { randomSite } from '#samples/many-pages/random-site.ts';
import { SITE_KINDS } from '#samples/many-pages/site-kinds.ts';

const SITES = [...SITE_KINDS, ...[1, 2, 3, 7, 18, 21].map(randomSite)];

interface Case {
  readonly page: ManyPage;
  readonly alone: CleanResult;
  readonly lines: readonly string[];
}

const cases: readonly Case[] = SITES.flatMap((site) =>
  manyPages(site, 3, 5).map((page) => {
    const alone = cleanPage({ ...page, profile: null });
    return { page, alone, lines: linesOf(alone) };
  }),
);

function linesOf({ document }: CleanResult): string[] {
  return document.text.split('\n').filter((line) => line.trim() !== '');
}

/** A profile that may say anything of this page's lines and paths, and much else. */
function anyProfile({ alone, lines }: Case): fc.Arbitrary<HostProfile> {
  const removed = alone.removals.map(({ text }) => text);
  const keys = [...lines, ...removed].map((line) => lineKey(normalLine(line)));
  const paths = alone.traits?.paths.map(({ key }) => key) ?? [];
  const count = fc.oneof(fc.constant(1_000_000), fc.nat({ max: 60 }));
  return fc.record({
    schema: fc.constant(1 as const),
    host: fc.constant('x.example'),
    version: fc.nat(),
    documents: fc.oneof(fc.nat({ max: 30 }), fc.constant(1_000_000)),
    lines: fc.oneof(
      fc.dictionary(fc.constantFrom(...keys), count, { maxKeys: keys.length }),
      fc.constant(Object.fromEntries(keys.map((key) => [key, 1_000_000]))),
    ),
    paths: fc.dictionary(fc.constantFrom('00000000', ...paths), fc.tuple(count, count)),
    edges: fc.record({ first: count, last: count }),
    names: fc.dictionary(
      fc.oneof(fc.constantFrom(...lines.map((line) => line.slice(0, 4))), fc.string()),
      count,
      { maxKeys: 3 },
    ),
  });
}

const anyCase = fc
  .constantFrom(...cases)
  .chain((one) => fc.tuple(fc.constant(one), anyProfile(one)));

const withProfile = (page: CleanInput, profile: HostProfile): CleanResult =>
  cleanPage({ ...page, profile });

/** The lines of `a` that are not in `b`, as often as they are missing. */
function missing(a: readonly string[], b: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const line of b) left.set(line, (left.get(line) ?? 0) + 1);
  return a.filter((line) => {
    const times = left.get(line) ?? 0;
    left.set(line, times - 1);
    return times <= 0;
  });
}

/** White space is rendered in its own way. */
const holds = (text: string, line: string): boolean =>
  text.replaceAll(/\s+/gu, '').includes(line.replaceAll(/\s+/gu, ''));

const RUNS = { numRuns: 120 };

describe('any profile at all', () => {
  it('takes no form of the genre, no paragraph of the densest run, and at most two fifths', () => {
    fc.assert(
      fc.property(anyCase, ([{ page, lines }, profile]) => {
        const gone = missing(lines, linesOf(withProfile(page, profile)));
        const read = lines.map(
          (text): Pick<DocumentLine, 'text' | 'isProse'> => ({ text, isProse: isProse(text) }),
        );
        const run = denseRun(read as DocumentLine[]);
        const dense = lines.filter((line, at) => isProse(line) && isInside(run, at));
        const size = (list: readonly string[]): number => list.join('').length;

        expect(gone.filter(isGenreLine)).toEqual([]);
        expect(gone.filter((line) => dense.includes(line))).toEqual([]);
        expect(size(gone)).toBeLessThanOrEqual(size(lines) * 0.4);
      }),
      RUNS,
    );
  });

  it('says of all that goes why it went, and brings back only what was cut without a reason', () => {
    fc.assert(
      fc.property(anyCase, ([{ page, alone, lines }, profile]) => {
        const result = withProfile(page, profile);
        const after = linesOf(result);
        const template = result.removals.filter(({ reason }) => reason === 'template');
        const unsaid = alone.removals.filter(
          ({ step, reason }) => step === 'content' && reason === 'boilerplate',
        );

        expect(
          missing(lines, after).filter((line) => !template.some(({ text }) => holds(text, line))),
        ).toEqual([]);
        expect(
          missing(after, lines).filter((line) => !unsaid.some(({ text }) => holds(text, line))),
        ).toEqual([]);
        expect(template.every(({ step }) => step === 'profile')).toBe(true);
      }),
      RUNS,
    );
  });

  it('keeps what stays in its order', () => {
    fc.assert(
      fc.property(anyCase, ([{ page, lines }, profile]) => {
        const after = linesOf(withProfile(page, profile));
        const back = new Set(missing(after, lines));
        let at = 0;
        for (const line of after.filter((one) => !back.has(one))) {
          at = lines.indexOf(line, at) + 1;
          expect(at).toBeGreaterThan(0);
        }
      }),
      RUNS,
    );
  });

  it('changes nothing if it counts fewer than ten documents', () => {
    fc.assert(
      fc.property(anyCase, fc.nat({ max: 9 }), ([{ page, alone }, profile], documents) => {
        expect(withProfile(page, { ...profile, documents })).toEqual(alone);
      }),
      RUNS,
    );
  });

  it('does not change what is learned from the page', () => {
    fc.assert(
      fc.property(anyCase, ([{ page, alone }, profile]) => {
        expect(withProfile(page, profile).traits).toEqual(alone.traits);
      }),
      RUNS,
    );
  });
});
