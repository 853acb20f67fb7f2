import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { documentLd } from '#lib/clean/metadata/document-ld.ts';
import { tolerantJson } from '#lib/clean/metadata/tolerant-json.ts';
import { processorTime } from '../../../support/processor-time.ts';

describe('tolerantJson', () => {
  test.each([
    ['{"a":1}', { a: 1 }],
    ['{"a":[1,2,],}', { a: [1, 2] }],
    ['{"a":"x\ny\tz"}', { a: 'x\ny\tz' }],
    ['<!-- {"a":1} -->', { a: 1 }],
    ['//<![CDATA[\n{"a":1}\n//]]>', { a: 1 }],
    ['/*<![CDATA[*/{"a":1}/*]]>*/', { a: 1 }],
    ['{"a":1};', { a: 1 }],
    ['{"a":1} trailing words', { a: 1 }],
    ['{&quot;a&quot;:1}', { a: 1 }],
    ['{"a":"\\"q\\""}', { a: '"q"' }],
    ['not json', null],
    ['{"a":', null],
    ['', null],
  ])('reads %j', (source, value) => {
    expect(tolerantJson(source)).toEqual(value);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (source) => void tolerantJson(source)));
  });

  it('is quick on adversarial text', () => {
    const time = processorTime(() => {
      for (const piece of ['"', '{', ',', '[,', '\\"']) tolerantJson(piece.repeat(100_000));
    });

    expect(time).toBeLessThan(500);
  });
});

const script = (value: unknown): string => JSON.stringify(value);

describe('documentLd', () => {
  it('reads the article and its neighbours in @graph', () => {
    const ld = documentLd([
      script({
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'WebSite', '@id': '#site', name: 'Harbour Bank' },
          { '@type': 'Person', '@id': '#agnes', name: 'Agnes Lau' },
          {
            '@type': ['NewsArticle'],
            headline: 'Nine Minutes',
            author: { '@id': '#agnes' },
            datePublished: '2018-06-24T08:00:00Z',
            dateModified: '2020-01-01',
            articleSection: 'Speeches',
          },
          {
            '@type': 'BreadcrumbList',
            itemListElement: [
              { '@type': 'ListItem', position: 2, name: 'Speeches' },
              { '@type': 'ListItem', position: 1, item: { '@id': '/', name: 'Home' } },
            ],
          },
        ],
      }),
    ]);

    expect(ld).toEqual({
      headline: 'Nine Minutes',
      authors: ['Agnes Lau'],
      published: '2018-06-24T08:00:00Z',
      modified: '2020-01-01',
      site: 'Harbour Bank',
      section: ['Speeches'],
      breadcrumb: ['Home', 'Speeches'],
    });
  });

  it('takes nothing from a list of neighbour articles', () => {
    const article = (headline: string) => ({
      '@type': 'Article',
      headline,
      datePublished: '2020-01-01',
    });

    const ld = documentLd([script([article('a'), article('b'), article('c')])]);

    expect(ld).toMatchObject({ headline: '', published: '' });
  });

  it('takes nothing from articles inside an item list', () => {
    const ld = documentLd([
      script({
        '@type': 'CollectionPage',
        mainEntity: {
          '@type': 'ItemList',
          itemListElement: [{ '@type': 'ListItem', item: { '@type': 'Article', headline: 'x' } }],
        },
      }),
    ]);

    expect(ld.headline).toBe('');
  });

  it('survives a million levels and a hundred thousand objects', () => {
    const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    const wide = script(Array.from({ length: 100_000 }, () => ({ '@type': 'Offer' })));

    expect(documentLd([deep, wide]).headline).toBe('');
  });
});
