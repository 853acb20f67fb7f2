import { describe, expect, it } from 'vitest';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';
import { scanLines } from '#lib/clean/lines/scan-lines.ts';
import { sectionBoxEnd } from '#lib/clean/lines/section-box.ts';

const PROSE = '<p>渡口的老樟树下，常年放着两张竹椅。</p>';
const CARD = '<div><p><a href="/b">闻笛</a></p><p>谁家一管隔云吹，吹落城头月几回。</p></div>';

/** The lines below the heading that its box holds. */
function inBox(html: string, heading = '猜您喜欢'): string[] {
  const lines = scanLines(pageBlocks(parsePage(html), 'https://example.org/a/1'));
  const at = lines.findIndex(({ text }) => text === heading);
  return lines.slice(at + 1, sectionBoxEnd(lines, at)).map(({ text }) => text);
}

describe('the box that the heading of a list opens', () => {
  it.each([
    ['right in it', `<div><h2>猜您喜欢</h2>${CARD}</div>`],
    ['in a box of its own', `<div><div><b>猜您喜欢</b></div>${CARD}</div>`],
  ])('ends with its last line, the heading %s', (_, box) => {
    expect(inBox(`<div>${PROSE}${box}${PROSE}</div>`)).toEqual([
      '闻笛',
      '谁家一管隔云吹，吹落城头月几回。',
    ]);
  });

  it.each([
    ['something stands above it in the box', `<div>${PROSE}<h2>猜您喜欢</h2>${CARD}</div>`],
    ['nothing in the box is a link', `<div><h2>猜您喜欢</h2>${PROSE}</div>`],
  ])('is none where %s', (_, box) => {
    expect(inBox(`<div>${PROSE}${box}${PROSE}</div>`)).toEqual([]);
  });

  it('is none of a front page', () => {
    const part = `<div><h2>Most popular</h2>${CARD}</div>`;

    expect(inBox(`<div>${PROSE}${part}${PROSE}</div>`, 'Most popular')).toEqual([]);
  });
});
