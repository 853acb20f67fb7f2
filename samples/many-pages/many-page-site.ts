import { WRITERS } from './documents.ts';
import { writeEssay } from './english-essays.ts';
import { randomChoice } from './random-choice.ts';
import type { SiteKind } from './site-kinds.ts';

/** A page of a site of many, with what its document must be. */
export interface ManyPage {
  readonly url: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly title: string;
  /** The document's lines joined by newlines, as it was written. */
  readonly text: string;
}

/** The first `count` pages of a site; the same for the same seed, and each unlike the others. */
export function manyPages(site: SiteKind, count: number, seed = 1): ManyPage[] {
  const written = Array.from({ length: count }, (_, number) => {
    const choice = randomChoice(seed * 100_003 + number);
    const { publishes } = site;
    const write = publishes === 'english' ? writeEssay : WRITERS[choice.of(publishes)];
    return { document: write(choice), choice };
  });
  const titles = written.map(({ document }) => document.title);
  return written.map(({ document, choice }, number) => {
    const others = choice.some(titles, 9).filter((title) => title !== document.title);
    const page = { written: document, others: others.slice(0, 8), number, choice };
    return {
      url: `https://${site.host}/wz/${1000 + number}.html`,
      bytes: new TextEncoder().encode(site.render(page)),
      contentType: site.contentType,
      title: document.title,
      text: document.lines.map(({ text }) => text).join('\n'),
    };
  });
}
