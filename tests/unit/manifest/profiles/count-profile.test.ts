import { describe, expect, it } from 'vitest';
import { countProfile } from '#lib/manifest/profiles/count-profile.ts';
import type { SampledPage } from '#lib/manifest/profiles/host-sample.ts';
import { sha256 } from '#lib/model/digest.ts';
import { lineStanding, pathStanding } from '#lib/model/host-profile.ts';
import { packTraits } from '#lib/model/page-traits.ts';
import { aSampledPage, traitsOf } from '../../../support/sampled-pages.ts';

const keyOf = (word: string): string => sha256(word).slice(0, 16);
const count = (pages: readonly SampledPage[]) => countProfile('www.example.com', 7, pages);
const many = (length: number, make: (n: number) => SampledPage): SampledPage[] =>
  Array.from({ length }, (_, n) => make(n));

describe('countProfile', () => {
  it('counts documents with a line, never how often it stands in one', () => {
    const pages = many(20, (n) =>
      aSampledPage(n, n < 5 ? ['slogan', 'slogan', 'slogan'] : [`${n}`]),
    );
    expect(count(pages)).toMatchObject({
      host: 'www.example.com',
      version: 7,
      documents: 20,
      lines: { [keyOf('slogan')]: 5 },
    });
  });

  it('counts copies of a document once: by their text, or by their longest paragraphs', () => {
    const copies = many(10, (n) => aSampledPage(n, ['its last line'], { textSha: 'same' }));
    const variants = many(10, (n) =>
      aSampledPage(20 + n, ['another last line'], {
        traits: packTraits(traitsOf(['another last line'], { text: 'f00d' })),
      }),
    );
    const others = many(10, (n) => aSampledPage(40 + n, [`${n}`]));
    const profile = count([...copies, ...variants, ...others]);

    expect(profile.documents).toBe(12);
    expect(profile.lines).toEqual({});
  });

  it('passes over registers of no document, and rows that were written before traits were', () => {
    const none = many(10, (n) => aSampledPage(n, ['x'], { textSha: null }));
    const old = many(10, (n) => aSampledPage(20 + n, [], { traits: null }));
    expect(count([...none, ...old]).documents).toBe(0);
  });

  it('tells how lines and paths stand', () => {
    const pages = many(40, (n) =>
      aSampledPage(n, [
        n < 30 ? 'in most' : `${n}`,
        n < 4 ? 'in a tenth' : `x${n}`,
        n < 2 ? 'in two' : `y${n}`,
      ]),
    );
    const profile = count(pages);

    expect(lineStanding(profile, keyOf('in most'))).toBe('common');
    expect(lineStanding(profile, keyOf('in a tenth'))).toBe('repeated');
    expect(lineStanding(profile, keyOf('in two'))).toBe('recurring');
    expect(lineStanding(profile, keyOf('x9'))).toBe('own');
    expect(lineStanding(profile, '__proto__')).toBe('own');
    expect(pathStanding(profile, '0000000a')).toBe('content');
    expect(profile.edges).toEqual({ first: 30, last: 0 });
  });

  it('calls a path the frame’s where only repeated lines stand', () => {
    const pages = many(20, (n) => {
      const { lines } = traitsOf(['slogan', `own ${n}`]);
      const placed = lines.map((line, at) => ({ ...line, path: at }));
      const paths = ['0000000f', '0000000a'].map((key) => ({ key, holds: false }));
      return aSampledPage(n, [], { traits: packTraits({ text: null, lines: placed, paths }) });
    });
    expect(pathStanding(count(pages), '0000000f')).toBe('frame');
    expect(pathStanding(count(pages), '0000000a')).toBe('content');
  });

  it('stays small whatever a site does: of too many lines the rarest are dropped', () => {
    const pages = many(200, (n) =>
      aSampledPage(
        n,
        ['in all', ...many(23, () => aSampledPage(0)).map((_, k) => `${k} of ${n % 40}`)],
        { site: `site ${n % 60}` },
      ),
    );
    const profile = count(pages);

    expect(Object.keys(profile.lines).length).toBe(512);
    expect(Object.keys(profile.names).length).toBeLessThanOrEqual(4);
    expect(profile.lines[keyOf('in all')]).toBe(200);
    expect(JSON.stringify(profile).length).toBeLessThan(20_000);
  });
});
