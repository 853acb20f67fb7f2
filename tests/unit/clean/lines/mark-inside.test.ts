import { describe, expect, it } from 'vitest';
import { pageBlocks } from '#lib/clean/dom/page-blocks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';
import { markInside, siteNames } from '#lib/clean/lines/mark-inside.ts';
import { scanLines } from '#lib/clean/lines/scan-lines.ts';
import type { RemovalReason } from '#lib/model/removal.ts';

const PROSE = '<p>桥边有一棵空心的樟树，树洞里供着土地，走过的人都要摸一摸。</p>';

function marked(inside: string, names: readonly string[] = []): [string, RemovalReason][] {
  const lines = scanLines(pageBlocks(parsePage(PROSE + inside + PROSE), 'https://example.org/a/1'));
  const reasons = new Map<number, RemovalReason>();
  markInside(lines, names, reasons);
  return [...reasons].map(([at, reason]) => [lines[at]?.text ?? '', reason]);
}

describe('lines between the paragraphs of a page', () => {
  it.each([
    ['a prompt that is a link', '<div><a>联系客服代写，价格从优</a></div>', 'promotion'],
    ['one with an address', '<p><a href="/vip">升级会员，免费下载</a></p>', 'paywall'],
    [
      'links in a row with bars between them',
      '<p><a href="/1">采茶的人</a> | <a href="/2">渡口旧事</a> ｜<a href="/3">石桥</a> |</p>',
      'related',
    ],
    ['a prompt for pictures', '<div>游客看不到图片，请先 <a href="#">登录</a></div>', 'login'],
  ])('go: %s', (_, inside, reason) => {
    expect(marked(inside).map(([, is]) => is)).toEqual([reason]);
  });

  it('go where the site recommends itself, but not with the sentence it stands behind', () => {
    expect(marked('<p>写材料，就上晨光文秘</p>', ['晨光文秘'])).toEqual([
      ['写材料，就上晨光文秘', 'promotion'],
    ]);
    expect(
      marked('<p>写材料的人要先看人，再看纸上的字。（更多范文请关注晨光文秘网）</p>', ['晨光文秘']),
    ).toEqual([]);
  });

  it.each([
    ['the same words without a link', '<p>升级会员，免费下载</p>'],
    ['two editions', '<p><a href="/1">上册</a> | <a href="/2">下册</a></p>'],
    [
      'links in a sentence',
      '<p>见 <a href="/1">采茶</a> | <a href="/2">渡口</a> | <a href="/3">石桥</a></p>',
    ],
    [
      'files',
      '<p><a href="/1">报名表.doc</a> | <a href="/2">须知.pdf</a> | <a href="/3">岗位.xls</a></p>',
    ],
    [
      'links without bars',
      '<p><a href="/1">采茶的人</a>、<a href="/2">渡口旧事</a>、<a href="/3">石桥</a></p>',
    ],
    ['a link of the author', '<p><a href="/b/2">山在那里</a></p>'],
  ])('stay: %s', (_, inside) => {
    expect(marked(inside)).toEqual([]);
  });
});

describe('siteNames', () => {
  it('reads the title and the lines that are not of the document', () => {
    const all = scanLines(
      pageBlocks(
        parsePage(`${PROSE}<div>版权所有 © 2020 晨光范文网</div>`),
        'https://example.org/a/1',
      ),
    );

    expect(siteNames(all.slice(0, 1), all, '桥边的樟树 - 晨光文秘')).toEqual(
      expect.arrayContaining(['晨光文秘', '晨光范文网']),
    );
  });
});
