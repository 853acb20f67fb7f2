import { describe, expect, it } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import { selectContent } from '#lib/clean/content/select-content.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

const URL = 'https://example.org/2024/umbrellas';
const PROSE =
  'The mender sits by the bridge under one large umbrella. He has been there for forty years, and nobody remembers who sat there before him, or whether it rained less.';

function select(body: string) {
  const page = parsePage(`<html><head><title>The mender</title></head><body>${body}</body></html>`);
  const selection = selectContent(page, pageBlocks(page, URL), {
    bytes: new Uint8Array(),
    contentType: 'text/html',
    url: URL,
    rules: null,
  });
  return {
    kept: selection.kept.map(blockText),
    cuts: selection.cuts.map(({ block, reason }) => [blockText(block), reason]),
  };
}

describe('the list of what a page contains', () => {
  const heading = (id: string, title: string): string =>
    `<h2 id="${id}">${title}</h2><p>${PROSE}</p>`;
  const links = ['History', 'Tools', 'Prices'].map(
    (title) => `<li><a href="#${title}">${title}</a></li>`,
  );
  const parts = ['History', 'Tools', 'Prices'].map((title) => heading(title, title));

  it('goes, its headings stay', () => {
    const { kept, cuts } = select(
      `<article><h1>The mender</h1><ul>${links.join('')}</ul>${parts.join('')}</article>`,
    );

    expect(kept.filter((text) => text === 'Tools')).toHaveLength(1);
    expect(cuts.filter(([, reason]) => reason === 'navigation')).toHaveLength(3);
  });

  it('is none if the places are not there', () => {
    const elsewhere = parts.map((part) => part.replace(/ id="\w+"/, ''));
    const { kept } = select(
      `<article><h1>The mender</h1><p>${PROSE}</p><ul>${links.join('')}</ul>${elsewhere.join('')}</article>`,
    );

    expect(kept.filter((text) => text === 'Tools').length).toBeGreaterThan(0);
  });
});

describe('numbers that part an essay', () => {
  const part = (number: string): string =>
    `<section><section><strong>${number}</strong></section></section><section><p>${PROSE}</p></section>`;

  it('stay, though they look like the links of a pager', () => {
    const { kept } = select(
      `<div class="rich_media_content"><p>${PROSE}</p>${part('01')}${part('02')}${part('03')}</div>`,
    );

    expect(kept.filter((text) => /^\d+$/.test(text))).toEqual(['01', '02', '03']);
  });
});

describe('widgets that many sites load', () => {
  it('go with their reason, whatever stands in them', () => {
    const { kept, cuts } = select(
      `<article><h1>The mender</h1><p>${PROSE}</p><p>${PROSE}</p><div class="sharedaddy sd-block"><p>${PROSE} Share.</p></div><div id="jp" class="jp-relatedposts"><p>${PROSE} Related.</p></div></article>`,
    );

    expect(kept.join('\n')).not.toMatch(/Share\.|Related\./);
    expect(cuts).toContainEqual([`${PROSE} Share.`, 'share']);
    expect(cuts).toContainEqual([`${PROSE} Related.`, 'related']);
  });
});
