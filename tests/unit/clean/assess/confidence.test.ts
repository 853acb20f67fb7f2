import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceFeatures, confidenceOf } from '#lib/clean/assess/confidence.ts';
import { renderText } from '#lib/clean/render/render-text.ts';
import { aBlock, aSpan } from '../render/a-block.ts';

const FEATURES = {
  selection: 0.9,
  chars: 3000,
  linkShare: 0.02,
  keptShare: 0.6,
  linePunctuation: 0.9,
  isArticle: true,
};

describe('confidenceOf', () => {
  it('is higher for a clear article than for a short list of links', () => {
    const list = {
      selection: 0.2,
      chars: 200,
      linkShare: 0.8,
      keptShare: 0.1,
      linePunctuation: 0.05,
      isArticle: false,
    };

    expect(confidenceOf(FEATURES)).toBeGreaterThan(0.6);
    expect(confidenceOf(list)).toBeLessThan(0.4);
  });

  it('is 0 for no text', () => {
    expect(confidenceOf({ ...FEATURES, chars: 0 })).toBe(0);
  });

  it('is a probability', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        share,
        fc.nat(),
        share,
        share,
        share,
        fc.boolean(),
        (selection, chars, linkShare, keptShare, linePunctuation, isArticle) => {
          const value = confidenceOf({
            selection,
            chars,
            linkShare,
            keptShare,
            linePunctuation,
            isArticle,
          });
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('confidenceFeatures', () => {
  it('counts links, lines and the share of the page that was kept', () => {
    const kept = [
      aBlock({
        text: [aSpan('Read '), aSpan('this', [], { href: 'https://example.com/' }), aSpan('.')],
      }),
      aBlock({ text: 'no end' }),
    ];

    expect(
      confidenceFeatures({
        kept,
        text: renderText(kept),
        pageChars: 28,
        selection: 0.8,
        isArticle: true,
      }),
    ).toEqual({
      selection: 0.8,
      chars: 14,
      linkShare: 0.25,
      keptShare: 0.5,
      linePunctuation: 0.5,
      isArticle: true,
    });
  });

  it('is total on an empty page', () => {
    expect(
      confidenceFeatures({ kept: [], text: '', pageChars: 0, selection: 0, isArticle: false }),
    ).toMatchObject({ chars: 0, linkShare: 0, keptShare: 0 });
  });
});
