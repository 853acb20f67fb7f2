import { describe, expect, it } from 'vitest';
import { type Block, blockText, type Cut } from '#lib/clean/block.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';
import { lineKey, normalLine } from '#lib/clean/profile/line-key.ts';
import { pathSignatures } from '#lib/clean/profile/path-signatures.ts';
import { useProfile } from '#lib/clean/profile/use-profile.ts';
import type { HostProfile } from '#lib/model/host-profile.ts';

const DOCUMENTS = 50;
const prose = (number: number): string =>
  `第${number}个早晨，河边的雾还没有散，守闸的老人已经把水位记在本子上，然后慢慢走回岸边的小屋。`;

/** An article with other blocks of the page between its paragraphs. */
const page = (...blocks: readonly string[]): string => `<div class="text">${blocks.join('')}</div>`;
const paragraphs = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, n) => `<p>${prose(from + n)}</p>`).join('');

interface Told {
  readonly lines?: Readonly<Record<string, number>>;
  /** Text of a block → standing of its path. */
  readonly frames?: readonly string[];
  readonly contents?: readonly string[];
  readonly names?: Readonly<Record<string, number>>;
  readonly edges?: Partial<HostProfile['edges']>;
}

/** The page read with a profile that tells these things; `cut` are texts the page alone gave up. */
function read(html: string, told: Told, cut: readonly string[] = []) {
  const all = pageBlocks(parsePage(html), 'https://www.example.com/');
  const isCut = (block: Block): boolean => cut.includes(blockText(block));
  const pathOf = pathSignatures();
  const pathsOf = (texts: readonly string[] = []): string[] =>
    texts.map((text) => pathOf(all.find((block) => blockText(block) === text) as Block) ?? '');
  const profile: HostProfile = {
    schema: 1,
    host: 'www.example.com',
    version: 1,
    documents: DOCUMENTS,
    lines: Object.fromEntries(
      Object.entries(told.lines ?? {}).map(([line, count]) => [lineKey(normalLine(line)), count]),
    ),
    paths: Object.fromEntries([
      ...pathsOf(told.frames).map((path): [string, [number, number]] => [path, [DOCUMENTS, 0]]),
      ...pathsOf(told.contents).map((path): [string, [number, number]] => [
        path,
        [DOCUMENTS, DOCUMENTS],
      ]),
    ]),
    edges: { first: 0, last: 0, ...told.edges },
    names: told.names ?? {},
  };
  const cuts = all.filter(isCut).map(
    (block): Cut => ({
      block,
      from: 0,
      to: blockText(block).length,
      step: 'content',
      reason: 'boilerplate',
    }),
  );
  const kept = all.filter((block) => !isCut(block));
  const result = useProfile({ all, kept, cuts }, profile);
  const before = kept.map(blockText);
  const after = result.kept.map(blockText);
  return {
    gone: before.filter((text) => !after.includes(text)),
    back: after.filter((text) => !before.includes(text)),
    after,
    cuts: result.cuts,
  };
}

describe('a line that is on half of the pages', () => {
  const line = '渡口不曾走远，灯影慢慢长大';
  const lines = { [line]: 40 };

  it('goes where it stands below the document, or above', () => {
    expect(read(page(paragraphs(0, 6), `<p>${line}</p>`), { lines }).gone).toEqual([line]);
    expect(read(page(`<p>${line}</p>`, paragraphs(0, 6)), { lines }).gone).toEqual([line]);
  });

  it('stays among paragraphs, like them in every respect', () => {
    const html = page(paragraphs(0, 3), `<p>${line}</p>`, paragraphs(3, 6));
    expect(read(html, { lines }).gone).toEqual([]);
  });

  it('goes among paragraphs where no document has text of its own', () => {
    const html = page(paragraphs(0, 3), `<p class="say">${line}</p>`, paragraphs(3, 6));
    expect(read(html, { lines }).gone).toEqual([]);
    expect(read(html, { lines, frames: [line] }).gone).toEqual([line]);
  });

  it('goes among paragraphs if it is a link', () => {
    const html = page(paragraphs(0, 3), `<p><a href="/x">${line}</a></p>`, paragraphs(3, 6));
    expect(read(html, { lines }).gone).toEqual([line]);
  });

  it('goes among paragraphs if it names the site', () => {
    const mark = '∷渡口小札∷';
    const html = page(paragraphs(0, 3), `<p>${mark}</p>`, paragraphs(3, 6));
    const told = { lines: { [mark]: 40 } };
    expect(read(html, told).gone).toEqual([]);
    expect(read(html, { ...told, names: { 渡口小札: 30 } }).gone).toEqual([mark]);
  });

  it('goes with the box it stands in, if nothing else is left there', () => {
    const label = '把文章装进口袋';
    const html = (more: string): string =>
      page(
        paragraphs(0, 3),
        `<div class="box"><p>${label}</p><p>${more}</p></div>`,
        paragraphs(3, 6),
      );
    const told = { lines: { [label]: 50 } };
    expect(read(html('取走（12KB）'), told, ['取走（12KB）']).gone).toEqual([label]);
    expect(read(html('这一段是文章自己的话'), told).gone).toEqual([]);
  });

  it('goes from a block of several lines, and the others stay', () => {
    const html = page(paragraphs(0, 5), `<p>清明那天下了雨<br>${line}</p>`);
    const { after, cuts } = read(html, { lines });
    expect(after.at(-1)).toBe('清明那天下了雨');
    expect(cuts).toMatchObject([{ step: 'profile', reason: 'template' }]);
  });
});

describe('a line that is on a tenth of the pages', () => {
  const line = '渡口不曾走远，灯影慢慢长大';
  const html = page(paragraphs(0, 6), `<p>${line}</p>`);

  it('goes below a document only where most documents end like that', () => {
    expect(read(html, { lines: { [line]: 5 } }).gone).toEqual([]);
    expect(read(html, { lines: { [line]: 5 }, edges: { last: 45 } }).gone).toEqual([line]);
    expect(read(html, { lines: { [line]: 4 }, edges: { last: 45 } }).gone).toEqual([]);
  });
});

describe('what documents of a genre share', () => {
  it.each([
    '甲方：',
    '此致',
    '敬礼！',
    '桐溪县人民政府',
    '特此通知。',
    '一、活动目的',
    '（此件公开发布）',
    '2020年1月1日',
  ])('stays: %s, wherever it stands and however often it is seen', (line) => {
    const told = {
      lines: { [line]: 50 },
      edges: { first: 50, last: 50 },
      frames: [line],
      names: { [line]: 50 },
    };
    for (const html of [
      page(paragraphs(0, 6), `<p class="x">${line}</p>`),
      page(`<p class="x">${line}</p>`, paragraphs(0, 6)),
      page(paragraphs(0, 3), `<p class="x">${line}</p>`, paragraphs(3, 6)),
    ])
      expect(read(html, told).gone).toEqual([]);
  });

  it.each(['教学目标', '会议到此结束', '用料'])(
    'stays: %s, which is short and without a mark',
    (line) => {
      const told = { lines: { [line]: 50 }, edges: { first: 50, last: 50 } };
      for (const html of [
        page(`<h3>${line}</h3>`, paragraphs(0, 6)),
        page(`<p><b>${line}</b></p>`, paragraphs(0, 6)),
        page(paragraphs(0, 6), `<p>${line}</p>`),
        page(paragraphs(0, 3), `<div class="hd">${line}</div>`, paragraphs(3, 6)),
      ])
        expect(read(html, { ...told, frames: [line] }).gone).toEqual([]);
    },
  );
});

describe('a block the page alone gave up', () => {
  const given = '水位比昨天高了两指，风也小了。';
  const html = page(paragraphs(0, 3), `<p>${given}</p>`, paragraphs(3, 6));

  it('comes back where documents have their own text, in its place', () => {
    const { back, after } = read(html, { contents: [prose(0)] }, [given]);
    expect(back).toEqual([given]);
    expect(after.indexOf(given)).toBe(3);
  });

  it('does not if the host repeats it, if it is a link, or if it stands elsewhere', () => {
    expect(read(html, { contents: [prose(0)], lines: { [given]: 4 } }, [given]).back).toEqual([]);
    const link = html.replace(given, `<a href="/x">${given}</a>`);
    expect(read(link, { contents: [prose(0)] }, [given]).back).toEqual([]);
    const apart = html.replace(`<p>${given}`, `<p class="x">${given}`);
    expect(read(apart, { contents: [prose(0)] }, [given]).back).toEqual([]);
  });
});

describe('a page that is not writing', () => {
  it('is left alone: its lines are data', () => {
    const row = 'In-game purchases and online play';
    const rows = Array.from(
      { length: 9 },
      (_, n) => `<p class="n">Item number ${n} of the shelf</p>`,
    );
    const html = page(...rows, `<p class="x">${row}</p>`);
    expect(read(html, { lines: { [row]: 50 }, frames: [row], edges: { last: 50 } }).gone).toEqual(
      [],
    );
  });
});
