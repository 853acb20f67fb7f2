import { describe, expect, it } from 'vitest';
import { cleanPage } from '#lib/clean/clean-page.ts';

const PARAGRAPHS = [
  '没有写还款日期的借条，不等于可以一直不还。出借人随时可以催要，只是要给对方留出合理的准备时间。',
  '合理的时间是多久，法律没有写死，一般看数额大小和双方平日的往来，半个月到一个月都算说得过去。',
  '催要的时候最好发短信或者写信，把日期和数额写清楚，将来要是打起官司，这些都是凭据。',
];
const [FIRST = '', ...REST] = PARAGRAPHS.map((text) => `<p>${text}</p>`);

/** The text of a page with something between its first two paragraphs, less the paragraphs. */
function between(box: string): string[] {
  const html = `<html><head><meta charset="utf-8"><title>借条没有写日期怎么办</title></head><body><h1>借条没有写日期怎么办</h1><div class="con">${FIRST}${box}${REST.join('')}</div></body></html>`;
  const { document } = cleanPage({
    bytes: new TextEncoder().encode(html),
    contentType: 'text/html',
    url: 'https://www.jietiao.example/a/1.html',
  });
  const lines = document.text.split('\n');
  expect(lines).toEqual(expect.arrayContaining(PARAGRAPHS));
  return lines.filter((line) => !PARAGRAPHS.includes(line));
}

describe('a box between two paragraphs', () => {
  it.each([
    '<div class="k1"><p>每个人的情形都不一样，找人问清楚再动手</p><a href="/ask">马上咨询</a></div>',
    '<blockquote><p>喜欢这样的文章？每周三更新一期，不要错过</p><button>+ 关注专栏</button></blockquote>',
    '<aside><span>夜里总睡不踏实？三位老中医轮流在线</span><a>免费提问 &gt;</a></aside>',
    '<div class="dl"><img src="/docx.png"><div><p>《借条没有写日期怎么办》.docx</p><p>将本文的Word文档下载到电脑，方便收藏和打印</p><p>推荐度：</p></div><a>点击下载文档</a></div>',
    '<div><a href="/g/7">【好物】防水的档案袋，十只装，欠条再也不怕潮，戳这里</a></div>',
  ])('goes where it calls on the reader: %s', (box) => {
    expect(between(box)).toEqual([]);
  });

  it.each([
    ['<p>要问清楚的，可以去乡里的司法所免费咨询。</p>', '要问清楚的，可以去乡里的司法所免费咨询。'],
    [
      '<blockquote><p>老话说得好，亲兄弟明算账，写在纸上最踏实。</p></blockquote>',
      '老话说得好，亲兄弟明算账，写在纸上最踏实。',
    ],
    [
      '<div><p>原件要收好，复印一份交给保人，一共两份。</p></div>',
      '原件要收好，复印一份交给保人，一共两份。',
    ],
  ])('stays where it is the text’s: %s', (box, text) => {
    expect(between(box)).toEqual([text]);
  });
});

describe('what stands above the text', () => {
  it('tells the author, though it has a button to follow', () => {
    const author = '<div class="u"><span>作者：梅若水</span><button>+ 关注</button></div>';
    const html = `<html><head><meta charset="utf-8"><title>借条没有写日期怎么办</title></head><body><h1>借条没有写日期怎么办</h1>${author}<div class="con">${FIRST}${REST.join('')}</div></body></html>`;
    const bytes = new TextEncoder().encode(html);
    const { document } = cleanPage({ bytes, contentType: 'text/html', url: null });
    expect(document.author).toBe('梅若水');
  });
});
