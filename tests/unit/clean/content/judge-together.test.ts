import { expect, it } from 'vitest';
import model from '#lib/clean/content/content-model.json' with { type: 'json' };
import { judgeTogether } from '#lib/clean/content/judge-together.ts';
import { pageFeatures } from '#lib/clean/content/page-features.ts';
import { readLexicon } from '#lib/clean/content/words/lexicon.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

const POSTS = [
  'I oiled the hinge and it was quiet for a year.',
  'Same here.',
  'Try graphite instead.',
]
  .map((text) => `<div class="post"><p>${text}</p></div>`)
  .join('');

function judged(url: string): number[] {
  const page = parsePage(`<body>${POSTS}<footer><p>Contact</p></footer></body>`);
  const blocks = pageBlocks(page, url);
  const features = pageFeatures(page, blocks, url, readLexicon(model.lexicon));
  const probabilities = Float64Array.of(0.9, 0.3, 0.6, 0.1);
  judgeTogether(
    features,
    probabilities,
    blocks.map(() => null),
  );
  return [...probabilities].map((probability) => Number(probability.toFixed(3)));
}

it('moves the posts of a thread towards each other, and nothing else', () => {
  expect(judged('https://forum.example/viewtopic.php?t=12')).toEqual([0.78, 0.42, 0.6, 0.1]);
});

it('leaves other pages alone', () => {
  expect(judged('https://example.org/2024/hinges')).toEqual([0.9, 0.3, 0.6, 0.1]);
});
