import { describe, expect, it } from 'vitest';
import model from '#lib/clean/content/content-model.json' with { type: 'json' };
import { FEATURE_NAMES, pageFeatures } from '#lib/clean/content/page-features.ts';
import { readLexicon } from '#lib/clean/content/words/lexicon.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

const LEXICON = readLexicon(model.lexicon);

describe('pageFeatures', () => {
  it('has the columns the model was trained on, in their order', () => {
    expect(model.features).toEqual(FEATURE_NAMES);
  });

  it('gives every column of every block a finite number', () => {
    const page = parsePage('<h1>A</h1><ul><li><a href="/x">b</a><li>c</ul><p>Long, long text.</p>');
    const features = pageFeatures(page, pageBlocks(page, null), null, LEXICON);

    const rows = features.blocks.map((_, index) => [...features.rowOf(index)]);

    expect(rows).toHaveLength(4);
    expect(rows.flat().every(Number.isFinite)).toBe(true);
    expect(rows.every((row) => row.length === FEATURE_NAMES.length)).toBe(true);
  });
});
