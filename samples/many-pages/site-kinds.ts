/**
 * Sites of many pages. What each puts around and into its documents is in words that no rule of the product
 * knows, and stands where such sites put it: in the paragraphs, between them, above and below.
 */
import type { Kind, Line, Written } from './documents.ts';
import type { Choice } from './random-choice.ts';

export interface Page {
  readonly written: Written;
  /** Titles of other pages of the site. */
  readonly others: readonly string[];
  readonly number: number;
  readonly choice: Choice;
}

/** A site: what it publishes and how it serves a page. */
export interface SiteKind {
  readonly host: string;
  readonly name: string;
  /** What is hard about it. */
  readonly shows: string;
  readonly publishes: readonly Kind[] | 'english';
  readonly contentType: string;
  readonly render: (page: Page) => string;
}

const TAGS = { paragraph: 'p', heading: 'h2', item: 'p' } as const;

const asParagraphs = (lines: readonly Line[], heading = 'h2'): string[] =>
  lines.map(({ is, text }) => {
    const tag = is === 'heading' ? heading : TAGS[is];
    return `<${tag}>${text}</${tag}>`;
  });

const length = ({ lines }: Written): number =>
  lines.reduce((sum, { text }) => sum + text.length, 0);

const links = (titles: readonly string[], tag = 'li'): string =>
  titles
    .map((title, at) => `<${tag}><a href="/wz/${at + 31}.html">${title}</a></${tag}>`)
    .join('\n');

function frame(title: string, site: string, words: readonly string[], body: string): string {
  const menu = words.map((word) => `<li><a href="/${word.length}/">${word}</a></li>`).join('');
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}_${site}</title></head><body>
<div class="top"><a href="/">${site}</a><ul class="nav">${menu}</ul></div>
${body}
<div class="bottom"><p>Copyright ${site} 版权所有 桐ICP备20190034号</p></div></body></html>`;
}

/** After the first, then after every third line. */
function sprinkled(lines: readonly string[], mark: string): string[] {
  return lines.flatMap((line, at) => (at % 3 === 1 ? [line, mark] : [line]));
}

const TANXI = [
  '檀溪书院，愿每一次落笔都有回响',
  '写到这里，檀溪与您道一声晚安',
  '一纸素笺，檀溪与君同赏',
];

const academy: SiteKind = {
  host: 'www.tanxi-shuyuan.example',
  name: '檀溪书院',
  shows:
    'slogans that take turns below the text and a count above it, as paragraphs like all others',
  publishes: ['summary', 'speech', 'letter', 'essay'],
  contentType: 'text/html; charset=utf-8',
  render({ written, others, choice }) {
    const minutes = 2 + choice.int(9);
    return frame(
      written.title,
      this.name,
      ['总结', '讲话', '书信', '随笔'],
      `<div class="wz"><h1>${written.title}</h1><div class="nr">
<p>本文共${length(written)}字，读完约需${minutes}分钟</p>
${asParagraphs(written.lines).join('\n')}
<p>${choice.of(TANXI)}</p></div></div>
<div class="side"><h3>新上架</h3><ul>${links(others)}</ul></div>`,
    );
  },
};

const ivy: SiteKind = {
  host: 'www.qingteng-wz.example',
  name: '青藤文摘',
  shows: 'a layout of tables, lines by br, the name of the site between them',
  publishes: ['plan', 'speech', 'essay'],
  contentType: 'text/html; charset=utf-8',
  render({ written, others }) {
    const lines = sprinkled(
      written.lines.map(({ text }) => `　　${text}`),
      '∷青藤文摘∷',
    );
    return frame(
      written.title,
      this.name,
      ['方案', '致辞', '记叙'],
      `<table width="960"><tr><td class="left"><ul>${links(others.slice(0, 5))}</ul></td><td class="main">
<center><b>${written.title}</b></center><br>
${lines.join('<br>\n')}<br>
　　青藤文摘：种一棵树最好的时间是此刻</td></tr></table>`,
    );
  },
};

const inkpot: SiteKind = {
  host: 'www.danmo-ku.example',
  name: '淡墨库',
  shows: 'the offer of a file in a box of its own between paragraphs, how far one has read above',
  publishes: ['summary', 'contract', 'plan'],
  contentType: 'text/html; charset=utf-8',
  render({ written, others, number, choice }) {
    const lines = asParagraphs(written.lines, 'h3');
    const box = `<div class="grab"><p>把这份材料装进口袋</p><p><a href="/get/${number}">Word版带走（${20 + choice.int(80)}KB）</a></p></div>`;
    const middle = Math.floor(lines.length / 2);
    const body = [...lines.slice(0, middle), box, ...lines.slice(middle)];
    return frame(
      written.title,
      this.name,
      ['材料', '合同', '策划'],
      `<div class="doc"><h1>${written.title}</h1><div class="doc-body"><p class="zt">共${3 + choice.int(20)}面 · 眼下第${1 + choice.int(3)}面</p>
${body.join('\n')}
<div class="after"><p>淡墨库陪你写完每一份材料，明天见。</p></div></div></div>
<div class="rank"><ol>${links(others)}</ol></div>`,
    );
  },
};

const classmates: SiteKind = {
  host: 'www.tongchuang-ji.example',
  name: '同窗集',
  shows: 'titles of other documents inside the text’s own box, different on every page',
  publishes: ['essay', 'lesson', 'letter'],
  contentType: 'text/html; charset=utf-8',
  render({ written, others, choice }) {
    const teasers = others
      .slice(0, 4)
      .map((title) => `<li><a href="/t/${choice.int(9000)}.html">${title}</a></li>`)
      .join('');
    return frame(
      written.title,
      this.name,
      ['习作', '备课', '信札'],
      `<div class="article"><h1>${written.title}</h1><div class="zw">
${asParagraphs(written.lines).join('\n')}
<div class="kb"><p><b>同窗正在翻</b></p><ul>${teasers}</ul></div>
<p class="say">翻完这一篇，不妨合上屏幕，看看窗外。</p></div></div>`,
    );
  },
};

const county: SiteKind = {
  host: 'www.tongxi-county.example',
  name: '桐溪县人民政府',
  shows: 'official notices that share most of their form; the site adds one line',
  publishes: ['notice'],
  contentType: 'text/html; charset=utf-8',
  render({ written, others }) {
    return frame(
      written.title,
      this.name,
      ['政务公开', '办事服务', '互动交流'],
      `<div class="content"><h1>${written.title}</h1><div class="TRS_Editor">
${asParagraphs(written.lines).join('\n')}
<p class="read">无障碍朗读由本县融媒体中心配音</p></div></div>
<div class="list"><h3>要闻</h3><ul>${links(others)}</ul></div>`,
    );
  },
};

const contracts: SiteKind = {
  host: 'www.fanbenjun.example',
  name: '范本君',
  shows:
    'nothing but contracts: most lines of a document are in all of them, and so are the site’s',
  publishes: ['contract'],
  contentType: 'text/html; charset=utf-8',
  render({ written, others, number }) {
    return frame(
      written.title,
      this.name,
      ['租赁', '采购', '劳务'],
      `<div class="main"><h1>${written.title}</h1><div class="text">
<p>范本君第${number}号藏本，历经${1 + (number % 7)}次增补</p>
${asParagraphs(written.lines).join('\n')}
<p>范本君碎碎念：落笔之前，把数字再念两遍</p></div></div><div class="r"><ul>${links(others)}</ul></div>`,
    );
  },
};

const lessons: SiteKind = {
  host: 'www.xingtan-biji.example',
  name: '杏坛笔记',
  shows:
    'nothing but lesson plans with the same headings; a mark between paragraphs in a class of its own',
  publishes: ['lesson'],
  contentType: 'text/html; charset=utf-8',
  render({ written, others }) {
    const lines = written.lines.map(({ is, text }) =>
      is === 'heading' ? `<p><strong>${text}</strong></p>` : `<p>${text}</p>`,
    );
    const marked = sprinkled(lines, '<p class="wm">杏坛藏本</p>');
    return frame(
      written.title,
      this.name,
      ['语文', '数学', '班会'],
      `<div class="con"><h1>${written.title}</h1><div class="con-txt">
${marked.join('\n')}
<p>备课到深夜的你，记得添一件衣裳</p></div></div><div class="hot"><ul>${links(others)}</ul></div>`,
    );
  },
};

const gleaners: SiteKind = {
  host: 'www.shisui-doc.example',
  name: '拾穗集',
  shows: 'text that was extracted before: lines of the site above and below, without any markup',
  publishes: ['letter', 'summary', 'speech'],
  contentType: 'text/plain; charset=utf-8',
  render({ written, others, choice }) {
    return [
      written.title,
      `麦垛编号${choice.int(9000)}　拾穗人手录`,
      ...written.lines.map(({ text }) => text),
      '拾穗集只管捡拾，不问来处',
      ...others.slice(0, 3).map((title) => `田埂那头：${title}`),
    ].join('\n');
  },
};

const shelf: SiteKind = {
  host: 'www.lantern-shelf.example',
  name: 'Lantern Shelf',
  shows: 'English; remarks of the site above and below the essay, as paragraphs',
  publishes: 'english',
  contentType: 'text/html; charset=utf-8',
  render({ written, others, choice }) {
    const remark = choice.of([
      'You have been sitting under the lantern with us. Mind the step on your way out.',
      'The lantern stays lit until the last reader goes home.',
    ]);
    return `<!DOCTYPE html><html lang="en"><head><title>${written.title} | Lantern Shelf</title></head><body>
<header><a href="/">Lantern Shelf</a></header><main><article><h1>${written.title}</h1>
<p>From box ${choice.int(400)} of the lantern shelf, copied by hand.</p>
${asParagraphs(written.lines).join('\n')}
<p>${remark}</p></article></main>
<aside><ul>${links(others)}</ul></aside><footer><p>© Lantern Shelf</p></footer></body></html>`;
  },
};

export const SITE_KINDS: readonly SiteKind[] = [
  academy,
  ivy,
  inkpot,
  classmates,
  county,
  contracts,
  lessons,
  gleaners,
  shelf,
];
