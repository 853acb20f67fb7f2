import { describe, expect, it } from 'vitest';
import { cleanPage } from '#lib/clean/clean-page.ts';
import type { HostProfile } from '#lib/model/host-profile.ts';
import { type ManyPage, manyPages } from '#samples/many-pages/many-page-site.ts';
import { randomSite } from '#samples/many-pages/random-site.ts';
import { SITE_KINDS, type SiteKind } from '#samples/many-pages/site-kinds.ts';
import { learnProfile } from '../../../support/learn-profile.ts';

const LEARNED = 16;
const TESTED = 5;
/** Characters. */
const SHORT_LINE = 24;

interface Comparison {
  /** Lines of the documents that the page alone keeps and the profile takes. */
  readonly lost: string[];
  /** Characters that are the site's, with and without the profile. */
  readonly foreign: { readonly alone: number; readonly profiled: number };
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

function compare(pages: readonly ManyPage[], profile: HostProfile): Comparison {
  const lost: string[] = [];
  const foreign = { alone: 0, profiled: 0 };
  for (const page of pages) {
    const gold = new Set(linesOf(page.text));
    const alone = linesOf(cleanPage({ ...page, profile: null }).document.text);
    const profiled = linesOf(cleanPage({ ...page, profile }).document.text);
    const size = (lines: readonly string[]): number =>
      lines.filter((line) => !gold.has(line)).join('').length;
    lost.push(...alone.filter((line) => gold.has(line) && !profiled.includes(line)));
    foreign.alone += size(alone);
    foreign.profiled += size(profiled);
  }
  return { lost, foreign };
}

function learnAndCompare(site: SiteKind): Comparison {
  const pages = manyPages(site, LEARNED + TESTED, 3);
  return compare(pages.slice(LEARNED), learnProfile(pages.slice(0, LEARNED)));
}

/** Text without markup has nothing but lines and their order: less can be told. */
const PLAIN = 'www.shisui-doc.example';

describe('what a host repeats', () => {
  it.each(SITE_KINDS.map((site) => [site.name, site] as const))(
    'goes from the pages of %s, and nothing of the documents',
    (_, site) => {
      const { lost, foreign } = learnAndCompare(site);
      expect(lost).toEqual([]);
      // where a page alone keeps hardly more than a short line, that line may be the document's last word
      const most = Math.max(foreign.alone * (site.host === PLAIN ? 0.9 : 0.3), TESTED * SHORT_LINE);
      expect(foreign.profiled).toBeLessThanOrEqual(most);
    },
  );

  it('goes from sites drawn at random, and nothing of the documents', () => {
    const all = [2, 3, 5, 7, 13, 21].map((seed) => learnAndCompare(randomSite(seed)));
    const sum = (of: 'alone' | 'profiled'): number =>
      all.reduce((total, { foreign }) => total + foreign[of], 0);

    expect(all.flatMap(({ lost }) => lost)).toEqual([]);
    expect(sum('profiled')).toBeLessThan(sum('alone') * 0.25);
  });
});
