import { describe, expect, it } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import model from '#lib/clean/content/content-model.json' with { type: 'json' };
import { dropParts } from '#lib/clean/content/drop-parts.ts';
import { pageFeatures } from '#lib/clean/content/page-features.ts';
import { readLexicon } from '#lib/clean/content/words/lexicon.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

const THREAD = 'https://forum.example.org/viewtopic.php?t=12';
const POSTS = [
  'The pilot light goes out whenever the wind comes from the east, even with the cover on.',
  'Mine did the same until I cleaned the thermocouple with fine sandpaper and tightened it again.',
  'Thanks, that was it. A new one costs less than a call, so I ordered one for next winter anyway.',
];

/** What goes of a page of which every visible block was kept, with the reasons. */
function dropped(body: string, url = THREAD, title = 'Pilot light goes out'): string[] {
  const page = parsePage(`<title>${title} - Stoves</title><body>${body}</body>`);
  const blocks = pageBlocks(page, url);
  const features = pageFeatures(page, blocks, url, readLexicon(model.lexicon));
  const kept = blocks.map(({ where }) => !where.includes('title'));
  return [...dropParts(features, kept)]
    .sort(([a], [b]) => a - b)
    .map(([index, reason]) => `${reason}: ${blockText(blocks[index] ?? { cells: [] })}`);
}

const thread = (end: (at: number) => string): string =>
  `<h1>Pilot light goes out</h1>${POSTS.map((text, at) => `<div class="m"><p>${text}</p>${end(at)}</div>`).join('')}`;

describe('what forums write around posts', () => {
  it('goes by the classes of the programs behind them', () => {
    const parts = POSTS.map(
      (text) =>
        `<div class="post"><div class="postprofile"><a>smith</a></div><div class="content"><p>${text}</p></div><p class="ksig">Ask me</p></div>`,
    );
    expect(dropped(`<h1>Pilot light goes out</h1>${parts.join('')}`)).toEqual(
      POSTS.flatMap(() => ['metadata: smith', 'boilerplate: Ask me']),
    );
  });

  it('stays where only a common word names it', () => {
    expect(
      dropped(thread(() => '<p class="signature post-header">Yours, Ann</p>').slice(0, 200)),
    ).toEqual([]);
  });

  it('goes where two posts end alike', () => {
    const motto = 'After the game the king and the pawn go into the same box.';
    const page = thread((at) => (at < 2 ? `<p>${motto}</p>` : ''));
    expect(dropped(page)).toEqual([`boilerplate: ${motto}`, `boilerplate: ${motto}`]);
  });

  it('goes where it stands above the title of the thread', () => {
    const notice = 'Version 6.3 of the board is out, please update.';
    expect(dropped(`<p>${notice}</p>${thread(() => '')}`)).toEqual([`boilerplate: ${notice}`]);
  });
});

describe('posts', () => {
  it('that are there twice are no signatures', () => {
    const page = `${thread(() => '')}<div class="m"><p>Thank you all.</p></div><div class="m"><p>Thank you all.</p></div>`;
    expect(dropped(page)).toEqual([]);
  });

  it('stay above a heading that only a part of the page has', () => {
    const page = `<div class="m"><p>${POSTS.join(' ')}</p></div>${thread(() => '')}`;
    expect(dropped(page)).toEqual([]);
  });

  it('of a page that is no thread end as they like', () => {
    const page = thread(() => '<p>Read on below, there is more to tell.</p>');
    expect(dropped(page, 'https://www.example.org/stoves/12.html')).toEqual([]);
  });
});

describe('what a page offers to do', () => {
  const text = POSTS.map((post) => `<p>${post}</p>`).join('');

  it.each([
    [
      '<div><a>Water it</a><a>Prune</a> | <a href="javascript:void(0)">Read aloud</a></div>',
      'form: ',
    ],
    ['<div>Is it clear? <a>Yes(44)</a> <a>No(3)</a></div>', 'form: '],
    ['<p class="no-print">Look away from the screen.</p>', 'boilerplate: '],
    ['<div class="tip d-print-none"><p>Look away from the screen.</p></div>', 'boilerplate: '],
  ])('goes: %s', (part, reason) => {
    const gone = dropped(`<h1>Pilot light goes out</h1>${text}${part}`, 'https://e.example/a');
    expect(gone.map((one) => one.slice(0, reason.length))).toEqual([reason]);
  });

  it.each([
    '<div><a href="/a">Water wheels</a> <a href="/b">Noria</a></div>',
    '<p><a name="x">Chapter</a> <a name="y">one</a></p>',
    '<p>See <a>this</a> and <a>that</a></p>',
    '<p><a>Only one</a></p>',
    '<div>Do you own a boat? <a>Yes</a> <a>No</a></div>',
    '<div>Do you own a boat? Yes(1) No(2)</div>',
    '<div class="print">For print.</div>',
  ])('stays: %s', (part) => {
    expect(dropped(`<h1>Pilot light goes out</h1>${text}${part}`, 'https://e.example/a')).toEqual(
      [],
    );
  });

  it('stays where the site keeps its readers from printing the text', () => {
    const page = `<h1>Pilot light goes out</h1><div class="noprint">${text}</div>`;
    expect(dropped(page, 'https://e.example/a')).toEqual([]);
  });
});
