import { describe, expect, it } from 'vitest';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';
import { markHead } from '#lib/clean/lines/mark-head.ts';
import { scanLines } from '#lib/clean/lines/scan-lines.ts';
import type { RemovalReason } from '#lib/model/removal.ts';

const PROSE =
  '<p>渡口的老樟树下，常年放着两张竹椅，过路的人都可以坐一坐。</p><p>竹椅是摆渡人编的，坏了再编，编了二十年，从来不收一分钱。</p>';
const BODY = `<div class="body">${PROSE}</div>`;

/** The lines at the start of a page that are not the document's. */
function marked(html: string): string[] {
  const lines = scanLines(pageBlocks(parsePage(html), 'https://example.org/a/1'));
  const reasons = new Map<number, RemovalReason>();
  const context = { kind: 'html', headTitle: '渡口', url: null, all: [] } as const;
  markHead(lines, context, reasons);
  return lines.filter((_, at) => reasons.has(at)).map(({ text }) => text);
}

const row = (...cells: string[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const table = (...rows: string[]): string => `<table border="1">${rows.join('')}</table>`;

describe('the box in which an office files its paper', () => {
  it.each([
    [
      'two fields a row',
      table(
        row('索 引 号：', 'DK-2010-002', '信息类别：', '通报'),
        row('发文机构：', '县政府办公室', '生成日期：', '2010年1月15日'),
        row('名　　称：', '关于渡口管理工作的通报'),
      ),
    ],
    [
      'one field a row',
      table(
        row('索引号', 'DK-2010-002'),
        row('发文字号', '渡政〔2010〕3号'),
        row('标题', '关于渡口管理，确保安全的通知'),
        row('公开方式', '主动公开'),
      ),
    ],
  ])('goes: %s', (_, box) => {
    expect(marked(box + BODY)).toHaveLength(box.split('<tr>').length - 1);
    expect(marked(PROSE + box + BODY)).toEqual([]);
  });

  it.each([
    [
      'a table of things',
      table(row('名称', '竹椅'), row('标题', '无'), row('有效性', '长期'), row('关键词', '竹')),
    ],
    [
      'a register with a column of its own',
      table(row('序号', '文号', '标题', '发布日期'), row('1', '渡政〔2010〕3号', '通报', '1月')),
    ],
  ])('is none: %s', (_, box) => {
    expect(marked(box + BODY)).toEqual([]);
  });
});

describe('who wrote the poem', () => {
  it('goes, right at the start or below its title', () => {
    expect(marked(`<p>清代 · 林知微</p>${BODY}`)).toEqual(['清代 · 林知微']);
    expect(marked(`<h1>竹椅铭</h1><p>〔明〕林知微</p>${BODY}`)).toEqual(['〔明〕林知微']);
  });

  it('stays in a collection, and where nothing stands below it', () => {
    expect(marked(`<p>清代 · 林知微</p>${BODY}<p>宋·陆半潭</p>${BODY}`)).toEqual([]);
    expect(marked('<p>清代 · 林知微</p>')).toEqual([]);
  });
});

describe("the site's lead above the text", () => {
  it.each([
    '<div class="sum"><b>摘要</b>两张竹椅，二十年的渡口。</div>',
    '<blockquote><p>导读：两张竹椅，二十年的渡口。下面是一篇初中作文，希望对你有帮助。</p></blockquote>',
    '<div><p>【核心提示】竹椅坏了再编，编了二十年。</p></div>',
  ])('goes: %s', (lead) => {
    expect(marked(`<div>${lead}${BODY}</div>`)).toHaveLength(1);
  });

  it.each([
    ['in the box of the text', `<div>${`<p>导读：两张竹椅。</p>${PROSE}`}</div>`],
    ['above keywords', `<div><p>摘要：两张竹椅。</p></div><p>关键词：竹椅；渡口</p>${BODY}`],
    ['an abstract', `<div><p>摘要：${'对渡口的竹椅做了二十年的记录，'.repeat(8)}</p></div>${BODY}`],
    ['a word of the sentence', `<div><p>摘要要写在纸的最上面。</p></div>${BODY}`],
    ['a heading', `<div><h2>导语：竹椅</h2></div>${BODY}`],
    ['without a text below', '<div><p>导读：两张竹椅，二十年。</p></div><div><p>竹椅。</p></div>'],
  ])('stays: %s', (_, html) => {
    expect(marked(html)).toEqual([]);
  });
});
