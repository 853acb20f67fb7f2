import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanPage } from '#lib/clean/clean-page.ts';

/**
 * Whole pages against what they must become. A case is a folder: `source.txt` or `source.html`, `page.json` (what the
 * server said) and `expected.json` (the fields to compare; `text` is a list of paragraphs, white space does not count).
 */
const PAGES = join(import.meta.dirname, 'pages');
const SPACE = /\s+/gu;

const squeezed = (text: string): string => text.replace(SPACE, '');

describe.each(readdirSync(PAGES))('%s', (slug) => {
  const file = (name: string): string => join(PAGES, slug, name);
  const isText = existsSync(file('source.txt'));
  const page = JSON.parse(readFileSync(file('page.json'), 'utf8'));
  const { text, ...fields } = JSON.parse(readFileSync(file('expected.json'), 'utf8'));
  const { document } = cleanPage({
    bytes: readFileSync(file(isText ? 'source.txt' : 'source.html')),
    contentType: page.contentType,
    url: page.url,
  });

  it('has the expected fields', () => {
    const names = new Set(Object.keys(fields));
    const actual = Object.fromEntries(Object.entries(document).filter(([name]) => names.has(name)));

    expect(actual).toEqual(fields);
  });

  it.skipIf(text === undefined)('has the expected text and nothing else', () => {
    expect(squeezed(document.text)).toBe(squeezed((text ?? []).join('')));
  });
});
