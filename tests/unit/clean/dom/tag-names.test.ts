import { describe, expect, it } from 'vitest';
import { parsePage } from '#lib/clean/dom/parse-page.ts';
import { nameBetween } from '#lib/clean/dom/tag-names.ts';

describe('names of tags and attributes', () => {
  it('are read in lower case, however they are written', () => {
    const html = '<DIV Class=a><İmg data-Very-Long-Name-Of-An-Attribute>';

    expect(nameBetween(html, 1, 4)).toBe('div');
    expect(nameBetween(html, 5, 10)).toBe('class');
    expect(nameBetween(html, 14, 17)).toBe('i̇mg');
    expect(nameBetween(html, 18, html.length - 1)).toBe('data-very-long-name-of-an-attribute');
  });

  it('that have the same hash stay apart, and so do more names than are kept', () => {
    for (let number = 0; number < 5000; number += 1) {
      const name = `x-${number}`;
      expect(nameBetween(name, 0, name.length)).toBe(name);
      expect(nameBetween('Aa', 0, 2) === nameBetween('BB', 0, 2)).toBe(false);
    }
  });
});

describe('attributes of an element', () => {
  const { elements } = parsePage(
    '<html lang=en><p CLASS="a b" id=x class=c __proto__=y data-n>…<body lang=de id=z>',
  );
  const named = (name: string) => elements.find((element) => element.name === name);

  it('are told by name, the first of two counts', () => {
    const p = named('p');

    expect([p?.attribute('class'), p?.attribute('id'), p?.attribute('data-n')]).toEqual([
      'a b',
      'x',
      '',
    ]);
    expect([p?.attribute('__proto__'), p?.attribute('href')]).toEqual([undefined, undefined]);
  });

  it('are an object for readers of any DOM, one and the same each time', () => {
    expect(named('p')?.attribs).toEqual({ class: 'a b', id: 'x', 'data-n': '' });
    expect(named('p')?.attribs).toBe(named('p')?.attribs);
  });

  it('of a second root only add to the first', () => {
    const again = parsePage('<html lang=en><html lang=de id=z>').elements[0];

    expect(again?.attribs).toEqual({ lang: 'en', id: 'z' });
  });
});
