import { describe, expect, it } from 'vitest';
import { blockText } from '#lib/clean/block.ts';
import model from '#lib/clean/content/content-model.json' with { type: 'json' };
import { fillSections } from '#lib/clean/content/fill-sections.ts';
import { keepHeadRows } from '#lib/clean/content/head-rows.ts';
import { keepInnerHeadings } from '#lib/clean/content/inner-headings.ts';
import { pageFeatures } from '#lib/clean/content/page-features.ts';
import { readLexicon } from '#lib/clean/content/words/lexicon.ts';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

const URL = 'https://www.example.org/caipu/1.html';
const STEP =
  '<p>把米淘洗干净，加半碗水，放进锅里煮开，再改小火焖二十分钟，关火以后不要急着揭盖。</p>';

/** What a step adds to the blocks whose text is among `chosen`. */
function added(
  step: typeof fillSections,
  body: string,
  isChosen: (text: string) => boolean,
): string[] {
  const page = parsePage(`<body>${body}</body>`);
  const blocks = pageBlocks(page, URL);
  const features = pageFeatures(page, blocks, null, readLexicon(model.lexicon));
  const chosen = blocks.map((block) => isChosen(blockText(block)));
  const kept = step(
    features,
    chosen,
    blocks.map(() => null),
  );
  return blocks.filter((_, index) => kept[index] && !chosen[index]).map(blockText);
}

const isLong = (text: string): boolean => text.length > 30;

describe('fillSections', () => {
  const chosen = (text: string): boolean => isLong(text) || ['用料', '步骤', '窍门'].includes(text);
  const rows = '<div><div>大米 两碗</div><div>清水 半碗</div></div>';

  it('fills a section whose heading is kept like the one beside it', () => {
    const body = `<h2>用料</h2>${rows}<h2>步骤</h2>${STEP}<h2>窍门</h2><div>米要先泡。</div>`;

    expect(added(fillSections, body, chosen)).toEqual(['大米 两碗', '清水 半碗', '米要先泡。']);
  });

  it('leaves out what advertises, what leads elsewhere and what has kept text below it', () => {
    const offer = '<div>点击下载食谱大全</div>';
    const links = '<div><a href="/1">蒸蛋羹</a> <a href="/2">葱油饼</a></div>';

    expect(added(fillSections, `<h2>步骤</h2>${STEP}<h2>窍门</h2>${links}`, chosen)).toEqual([]);
    expect(added(fillSections, `<h2>步骤</h2>${STEP}<h2>窍门</h2>${offer}${STEP}`, chosen)).toEqual(
      [],
    );
  });

  it('fills nothing below a heading that is alone', () => {
    expect(added(fillSections, `<h2>用料</h2>${rows}`, chosen)).toEqual([]);
  });
});

describe('keepHeadRows', () => {
  const row = (...cells: string[]): string => `<tr><td>${cells.join('</td><td>')}</td></tr>`;
  const body = [
    row('10月1日', '产科急诊', '儿科急诊'),
    row('10月2日', '妇科急诊', '儿科急诊'),
  ].join('');
  const isDay = (text: string): boolean => text.includes('急诊');

  it('keeps what says what the columns are', () => {
    const table = `<table>${row('日期', '上午', '下午')}${body}</table>`;

    expect(added(keepHeadRows, table, isDay)).toEqual(['日期\t上午\t下午']);
  });

  it('leaves a row of other cells, and a row of another table', () => {
    expect(added(keepHeadRows, `<table>${row('首页', '上一页')}${body}</table>`, isDay)).toEqual(
      [],
    );
    const apart = `<table>${row('首页', '科室', '专家')}</table><table>${body}</table>`;
    expect(added(keepHeadRows, apart, isDay)).toEqual([]);
  });
});

describe('keepInnerHeadings', () => {
  const part = (heading: string): string =>
    `<div class="part"><div><h2><span>${heading}</span></h2></div>${STEP}</div>`;
  const chosen = (text: string): boolean => isLong(text) || text === '译文';

  it('keeps a heading whose twin is kept in a box of its kind', () => {
    expect(added(keepInnerHeadings, STEP + part('注释') + part('译文'), chosen)).toEqual(['注释']);
  });

  it('leaves the first heading of a box that has no twin', () => {
    const body = `${STEP}<div class="part"><h2>栏目</h2>${STEP}</div>`;

    expect(added(keepInnerHeadings, body, chosen)).toEqual([]);
  });
});
