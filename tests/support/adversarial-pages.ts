/** Pages made to hurt a parser: each is a function of its size, so that growth can be measured. */

/** Pieces of a title, which readers of it compare with each other. */
export const NAMES = '校友茶座 - 论坛 | ';
const LINE = '第一章 年度工作总结：本年度完成了各项任务（见附件），共计12项；';
const prose = (length: number): string => LINE.repeat(Math.ceil(length / LINE.length));
const many = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

/** Repeated to about 5 MB these are pages of one sign or one word. */
export const REPEATED: Readonly<Record<string, string>> = {
  'less-than signs': '<',
  spaces: ' ',
  'ideographic spaces': '\u3000',
  'non-breaking entities': '&nbsp;',
  'line ends': '\n',
  'blank lines with spaces': ' \n',
  brackets: '[',
  'bracket pairs': '[](',
  'full-width brackets': '【',
  quotes: '"\'',
  'full-width quotes': '“',
  ampersands: '&',
  'character references': '&#20013;&#x110000;&#0;',
  'opening comments': '<!--',
  'closing tags': '</p>',
  'declaration openings': '<!',
  'lone surrogates': '\ud800\udc00\ud800',
  NULs: '\0',
  digits: '1',
  dates: '2020-01-01',
  slashes: '/',
  'web addresses': 'http://a.b/?',
  'table bars': '|',
  stars: '*',
  backticks: '`',
  hyphens: '-',
  'full stops': '。',
  'one letter': 'a',
  'one Chinese character': '中',
  'doubled characters': '工工作作',
  'mojibake of GBK': 'ÖÐ¹ú',
  'replacement characters': '\ufffd',
  'page marks': '第1页',
  'pinyin in brackets': '中(zhong)',
  'percent escapes': '%E4%B8',
  'backslash escapes': '\\u4e2d',
  'zero-width spaces': '中\u200b',
};

/** Pages of structure: `n` counts what repeats. */
export const STRUCTURES: Readonly<Record<string, (n: number) => string>> = {
  'nested tags': (n) => '<div>'.repeat(n) + prose(500),
  'nested inline tags': (n) => `<p>${'<b>'.repeat(n)}${prose(500)}`,
  'nested tags with text in each': (n) => '<div>文字 text'.repeat(n),
  'nested lists': (n) => '<ul><li>项目'.repeat(n),
  'nested tables': (n) => '<table><tr><td>x'.repeat(n),
  'nested quotes': (n) => '<blockquote>引文'.repeat(n),
  'attributes on one tag': (n) => `<p ${many(n, (i) => `a${i}=${i} `)}>${prose(500)}</p>`,
  'one long class': (n) => `<p class="${many(n, (i) => `c${i} `)}">${prose(500)}</p>`,
  links: (n) => many(n, (i) => `<a href="/${i}.html">链接 ${i}</a> `),
  'links in one paragraph': (n) =>
    `<p>${many(n, (i) => `${prose(20)}<a href="/${i}.html">见“链接” ${i}</a>。`)}</p>`,
  'links in a list': (n) => `<ul>${many(n, (i) => `<li><a href="/${i}">条目 ${i}</a></li>`)}</ul>`,
  'table rows': (n) => `<table>${many(n, (i) => `<tr><td>${i}</td><td>项</td></tr>`)}</table>`,
  'table columns': (n) => `<table><tr>${many(n, (i) => `<td>${i}`)}<tr><td>1</table>`,
  'a table of one long row and many short ones': (n) =>
    `<table><tr>${'<td>格'.repeat(n)}${'<tr><td>行'.repeat(n)}</table>`,
  'backticks in code': (n) => `<pre>${'```` ` '.repeat(n)}</pre><p><code>${'`` '.repeat(n)}</code>`,
  'numbered lines in one paragraph': (n) =>
    `<p>${many(3, (i) => `${i + 1}、${prose(200)}在<br>`)}${'一行<br>'.repeat(n)}</p>`,
  'page numbers glued to sentences': (n) =>
    many(3, (i) => `<p>${i + 1}、${many(n, (at) => `完成。${10 + (at % 50)}规范`)}</p>`),
  'nested lists in JSON': (n) =>
    `<script type="application/ld+json">{"@type":"Article","headline":${'['.repeat(n)}${']'.repeat(n)}}</script><p>${prose(500)}`,
  'names of one JSON object': (n) =>
    `<script type="application/ld+json">{"@type":"Article"${many(n, (i) => `,"k${i}":{}`)}}</script><p>${prose(500)}`,
  tables: (n) => many(n, (i) => `<table><tr><td>${i}</table>`),
  'unclosed paragraphs': (n) => many(n, (i) => `<p>段落 ${i}`),
  'equal paragraphs': (n) => '<p>年度工作总结如下。</p>'.repeat(n),
  'headings with paragraphs': (n) => many(n, (i) => `<h1>标题 ${i}</h1><p>第${i}段文字。</p>`),
  'line breaks': (n) => `<p>${many(n, (i) => `一行文字 ${i}<br>`)}</p>`,
  'misnested tags': (n) => '<b><p></b><i></p>x'.repeat(n),
  'closing tags without opening ones': (n) => `<div>${'</b></i>x'.repeat(n)}`,
  'a large style sheet': (n) =>
    `<style>${many(n, (i) => `.c${i}>p:not(.d){display:none}`)}</style><p class="c1">${prose(2000)}`,
  'an unclosed style sheet': (n) => `<p>${prose(500)}<style>${'.a{'.repeat(n)}`,
  'hidden classes': (n) =>
    `<style>${many(n, (i) => `.h${i}{display:none}`)}</style>${many(n, (i) => `<p class=h${i}>行 ${i}`)}`,
  'scripts of JSON': (n) =>
    `<script type="application/ld+json">${'{"a":['.repeat(n)}</script><p>${prose(500)}`,
  'many scripts of JSON': (n) =>
    many(n, () => '<script type="application/ld+json">{"@type":"Article"}</script>') + prose(500),
  'meta tags': (n) => many(n, (i) => `<meta name="date" content="2020-01-${i}">`) + prose(500),
  'fields of many names': (n) =>
    `<meta property="og:title" content="${NAMES.repeat(n)}"><meta name="author" content="${NAMES.repeat(n)}"><p>${prose(500)}`,
  images: (n) => many(n, (i) => `<img src="/i/${i}.gif" alt="图 ${i}">`),
  'preformatted lines': (n) => `<pre>${many(n, (i) => `  line ${i}\n`)}</pre>`,
  'formatting inside one paragraph': (n) => `<p>${many(n, (i) => `<b>重${i}</b>文<i>字</i>`)}</p>`,
  'dates in lines': (n) =>
    many(n, (i) => `<p>发布时间：2020-01-${i} 作者：张三 来源：网 浏览次数：${i}</p>`),
  'numbered lines': (n) => many(n, (i) => `<p>${i}、完成任务。</p>`),
  'forum floors': (n) =>
    many(
      n,
      (i) =>
        `<div id="post_${i}"><a href="/u/${i}">用户${i}</a><em>发表于 2020-1-1</em><p>内容 ${i}。</p></div>`,
    ),
  identifiers: (n) =>
    many(n, (i) => `<div id="x"><span id="y${i}" class="a b c d">字</span></div>`),
  'definition lists': (n) => `<dl>${'<dt>名<dd>释'.repeat(n)}</dl>`,
  'footnote references': (n) =>
    many(n, (i) => `<sup><a href="#fn${i}">[${i}]</a></sup><li id="fn${i}">注</li>`),
  options: (n) => `<select>${'<option>甲'.repeat(n)}</select>`,
  frames: (n) => '<iframe src="/a"></iframe><frame src="b">'.repeat(n),
};

/** Plain texts of lines: read as text/plain. */
export const TEXTS: Readonly<Record<string, (n: number) => string>> = {
  'one long line': (n) => prose(n * 12),
  'short lines': (n) => many(n, (i) => `第${i}行\n`),
  'equal lines': (n) => '年度工作总结如下。\n'.repeat(n),
  paragraphs: (n) => many(n, (i) => `第${i}段：本年度完成任务。\n\n`),
  'meta lines': (n) => many(n, (i) => `发布时间：2020-01-${i} 作者：张三\n`),
  'numbered lines': (n) => many(n, (i) => `${i}、\n`),
};

/** A page around some content, with enough prose that it is a document. */
export function pageOf(content: string): string {
  return `<html><head><title>年度工作总结</title></head><body><h1>年度工作总结</h1><p>${prose(400)}</p><div>${content}</div></body></html>`;
}
