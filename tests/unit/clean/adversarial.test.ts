import { describe, expect, it } from 'vitest';
import { cleanPage } from '#lib/clean/clean-page.ts';
import { NAMES, pageOf, REPEATED, STRUCTURES, TEXTS } from '../../support/adversarial-pages.ts';
import { processorTime } from '../../support/processor-time.ts';

const HTML = 'text/html; charset=utf-8';
const TEXT = 'text/plain; charset=utf-8';
const SMALL = 15_000;
/** Four times the page may take eight times the time: linear work with noise, never quadratic work (16). */
const TIMES_LARGER = 4;
const MOST_GROWTH = 8;
/** Below this the clock measures the machine. */
const FLOOR_MS = 60;
const encoder = new TextEncoder();

function cleaned(source: string, contentType: string) {
  return cleanPage({ bytes: encoder.encode(source), contentType, url: 'https://a.example/b.html' });
}

/** The time it takes to clean, the faster of two runs if the first was slow. */
function timeOf(source: string, contentType: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 2 && best > FLOOR_MS; run += 1) {
    best = Math.min(
      best,
      processorTime(() => void cleaned(source, contentType)),
    );
  }
  return best;
}

/**
 * A page may be read otherwise from some size on, which looks like growth at that one step:
 * only a page that grows too fast at the next step too is not cleaned in linear time.
 */
function expectLinear(make: (size: number) => string, contentType: string): void {
  let growth = 0;
  for (const size of [SMALL, SMALL * TIMES_LARGER]) {
    const large = timeOf(make(size * TIMES_LARGER), contentType);
    if (large <= FLOOR_MS) return;
    growth = large / Math.max(FLOOR_MS, timeOf(make(size), contentType));
    if (growth <= MOST_GROWTH) return;
  }
  expect(growth).toBeLessThanOrEqual(MOST_GROWTH);
}

/** How often a structure comes in a page of about `size` characters. */
function timesIn(make: (n: number) => string, size: number): number {
  const each = (make(300).length - make(200).length) / 100;
  return Math.ceil(size / each);
}

const repeated = Object.entries(REPEATED);
const structures = Object.entries(STRUCTURES);
const texts = Object.entries(TEXTS);

describe('a page made to hurt', () => {
  it.for(repeated)('of %s is cleaned in linear time', ([, unit]) => {
    const make = (size: number): string => unit.repeat(size / unit.length);
    expectLinear((size) => pageOf(make(size)), HTML);
  });

  it.for(repeated)('of %s as plain text is cleaned in linear time', ([, unit]) => {
    expectLinear((size) => unit.repeat(size / unit.length), TEXT);
  });

  it.for([
    ['closed', '</title><p>一年来，我村紧紧围绕乡村振兴这一主线，狠抓产业发展，成效明显。</p>'],
    ['never closed', ''],
  ] as const)('of a title of many names, %s, is cleaned in linear time', ([, rest]) => {
    expectLinear((size) => `<title>${NAMES.repeat(size / NAMES.length)}${rest}`, HTML);
  });

  it.for(structures)('of %s is cleaned in linear time', ([, make]) => {
    expectLinear((size) => pageOf(make(timesIn(make, size))), HTML);
  });

  it('of any of these structures read as plain text is cleaned in linear time', () => {
    const all = (size: number): string =>
      structures.map(([, make]) => make(timesIn(make, size))).join('\n');
    expectLinear((size) => all(size / 8), TEXT);
  });

  it.for(texts)('of %s in plain text is cleaned in linear time', ([, make]) => {
    expectLinear((size) => make(timesIn(make, size)), TEXT);
  });
});

describe('cleaning broken pages', () => {
  const page = pageOf(
    Object.values(STRUCTURES)
      .map((make) => make(1))
      .join('\n'),
  );

  it('gives a result for prefixes of a page, cut anywhere', () => {
    for (let end = 0; end < page.length; end += 149) {
      expect(cleaned(page.slice(0, end), HTML).document.schema).toBeDefined();
    }
  });

  it('gives a result for random bytes of any declared type', () => {
    let state = 20_200_101;
    const random = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 0x1_0000_0000;
    };
    for (const contentType of [
      null,
      HTML,
      TEXT,
      'text/html; charset=gbk',
      'text/html; charset=utf-16le',
    ]) {
      for (let round = 0; round < 12; round += 1) {
        const bytes = Uint8Array.from({ length: round * 500 }, () => random() * 256);
        expect(cleanPage({ bytes, contentType, url: null }).document.schema).toBeDefined();
      }
    }
  });

  it('survives JSON-LD whose values are lists in lists', () => {
    const nested = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const script = `<script type="application/ld+json">{"@type":"Article","headline":${nested}}</script>`;
    expect(cleaned(script + pageOf(''), HTML).document.title).toBe('年度工作总结');
  });

  it('survives more table rows, runs of backticks and JSON keys than a call has arguments', () => {
    const rows = `<table>${'<tr><td>a<td>b'.repeat(150_000)}</table>`;
    const ticks = `<pre>${'``` '.repeat(150_000)}</pre>`;
    const keys = Array.from({ length: 150_000 }, (_, index) => `"k${index}":{}`).join(',');
    const script = `<script type="application/ld+json">{${keys}}</script>`;
    for (const content of [rows, ticks, script]) {
      expect(cleaned(pageOf(content), HTML).document.schema).toBeDefined();
    }
  });
});
