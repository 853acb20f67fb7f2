import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { Converter } from 'opencc-js';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '#lib/clean/charset/decode-bytes.ts';

const HAN = /\p{sc=Han}/gu;
const TAGS = /<(script|style)[\s\S]*?<\/\1>|<[^>]*>/gi;
const ENOUGH_HAN = 200;
const LENGTH = 700;
const hanOf = (text: string): number => text.match(HAN)?.length ?? 0;

const FOLDERS = ['samples/site/texts', 'tests/golden/pages'];
const FILE = /\.txt$|^genre--/;

/** Texts of real form: what the sample site and the golden pages show, without their markup. */
const SIMPLIFIED = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => FILE.test(name))
    .map((name) => (name.endsWith('.txt') ? `${folder}/${name}` : sourceIn(`${folder}/${name}`))),
)
  .map((file) => decodeBytes(readFileSync(file), null).text.replaceAll(TAGS, ' '))
  .filter((text) => hanOf(text.slice(0, LENGTH)) >= ENOUGH_HAN);
const toTraditional = Converter({ from: 'cn', to: 'hk' });
const TRADITIONAL = SIMPLIFIED.map((text) => toTraditional(text));

function sourceIn(folder: string): string {
  const [name = ''] = readdirSync(folder).filter((file) => file.startsWith('source.'));
  return `${folder}/${name}`;
}

/** Charsets the texts come in; a character a charset lacks is a numeric reference, as browsers send it. */
const CHARSETS = [
  ['gbk', SIMPLIFIED],
  ['gb18030', SIMPLIFIED.map((text) => `㐂${text}𠮷`)],
  ['utf-8', SIMPLIFIED],
  ['gbk', TRADITIONAL],
  ['big5hkscs', TRADITIONAL],
  ['utf-8', TRADITIONAL],
] as const;

/** What servers and pages say: right, wrong, and nonsense. */
const DECLARED = [
  null,
  'utf-8',
  'gb2312',
  'GBK',
  'gb18030',
  'big5',
  'iso-8859-1',
  'windows-1251',
  'windows-874',
  'shift_jis',
  'euc-kr',
  'utf-16',
  'us-ascii',
  'hz-gb-2312',
  'nonsense',
];

const header = (label: string | null): string | null => label && `text/html; charset=${label}`;
const meta = (label: string | null, text: string): string =>
  `<html><head><title>${text.slice(0, 9)}</title>${label ? `<meta charset="${label}">` : ''}</head>${text}`;

const known = new Map<string, string>();

function encodable(text: string, charset: string): string {
  if (charset === 'utf-8' || charset === 'gb18030') return text;
  return Array.from(text, (letter) => {
    const key = charset + letter;
    const found = known.get(key) ?? sent(letter, charset);
    known.set(key, found);
    return found;
  }).join('');
}

function sent(letter: string, charset: string): string {
  const isThere = iconv.decode(iconv.encode(letter, charset), charset) === letter;
  return isThere ? letter : `&#${letter.codePointAt(0)};`;
}

describe.each(CHARSETS)('texts of 200 characters and more in %s', (charset, texts) => {
  it.each(DECLARED)('are all read right when declared as %s', (label) => {
    const wrong = texts.flatMap((whole) => {
      const text = encodable(whole.slice(0, LENGTH), charset);
      const page = meta(label, text);
      const pairs = [
        [text, decodeBytes(iconv.encode(text, charset), header(label))],
        [page, decodeBytes(iconv.encode(page, charset), 'text/html')],
      ] as const;
      return pairs.filter(([given, read]) => read.text !== given).map(([, read]) => read.charset);
    });

    expect(texts.length).toBeGreaterThanOrEqual(8);
    expect(wrong).toEqual([]);
  });
});

it('reads any stretch of them right, wherever it lies in markup', () => {
  const cases = fc.record({
    charset: fc.constantFrom(...CHARSETS),
    text: fc.nat(),
    from: fc.nat(),
    before: fc.nat({ max: 200 }),
    after: fc.nat({ max: 200 }),
    label: fc.constantFrom(...DECLARED),
  });
  fc.assert(
    fc.property(cases, ({ charset: [name, texts], text: which, from, before, after, label }) => {
      const letters = [...(texts[which % texts.length] ?? '')];
      const start = from % Math.max(1, letters.length - 2 * ENOUGH_HAN);
      const stretch = letters.slice(start, start + 3 * ENOUGH_HAN).join('');
      fc.pre(hanOf(stretch) >= ENOUGH_HAN);
      const markup = '<li class="a"><a href="/list/1.html">more</a></li>\n';
      const page = encodable(markup.repeat(before) + stretch + markup.repeat(after), name);

      expect(decodeBytes(iconv.encode(page, name), header(label)).text).toBe(page);
    }),
    { numRuns: 100 },
  );
});

describe('little to go by', () => {
  it('reads a few words in much markup, wherever they stand', () => {
    const markup = '<li class="a"><a href="/list/1.html">more</a></li>\n'.repeat(300);
    const page = `${markup}学校工作${markup}会议记录${markup}${markup}年终总结${markup}`;

    for (const label of ['utf-8', 'iso-8859-1', 'big5', 'koi8-r']) {
      expect(decodeBytes(iconv.encode(page, 'gbk'), header(label)).text).toBe(page);
    }
  });

  it('reads five characters under any declaration', () => {
    for (const text of ['工作总结。', '第一章引言', '小学三年级']) {
      for (const label of DECLARED) {
        expect(decodeBytes(iconv.encode(text, 'gbk'), header(label)).text).toBe(text);
      }
    }
  });

  it('is not taken for Chinese if it is an accent in a word', () => {
    for (const text of ['für', 'déjà vu à la carte', 'Übergrößenträger', 'sí, mañana']) {
      expect(decodeBytes(iconv.encode(text, 'latin1'), null).text).toBe(text);
    }
  });
});

describe('two charsets in one page', () => {
  const [text = ''] = SIMPLIFIED;

  it('is read as what most of it is: a head in UTF-8 over an article in GBK', () => {
    const page = Buffer.concat([
      Buffer.from(`<title>${text.slice(0, 40)}</title>`),
      iconv.encode(text, 'gbk'),
    ]);

    expect(decodeBytes(page, header('utf-8')).text).toContain(text.slice(50, 500));
  });

  it('is read as what most of it is: an article in UTF-8 over a foot in GBK', () => {
    const page = Buffer.concat([Buffer.from(text), iconv.encode(text.slice(0, 300), 'gbk')]);

    expect(decodeBytes(page, header('gb2312')).text).toContain(text.slice(50, 500));
  });
});
