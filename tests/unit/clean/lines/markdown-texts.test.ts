import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, blockText } from '#lib/clean/block.ts';
import { cleanPage } from '#lib/clean/clean-page.ts';
import { isMarkdown } from '#lib/clean/lines/is-markdown.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';
import { renderMarkdown } from '#lib/clean/render/render-markdown.ts';
import { renderText } from '#lib/clean/render/render-text.ts';
import { processorTime } from '../../../support/processor-time.ts';

const said = (blocks: readonly Block[]): string[] =>
  blocks.map((block) => {
    const level = block.kind === 'heading' || block.level > 0 ? ` ${block.level}` : '';
    return `${block.kind}${level}: ${blockText(block)}`;
  });

const clean = (text: string, contentType = 'text/plain; charset=utf-8') =>
  cleanPage({ bytes: new TextEncoder().encode(text), contentType, url: null }).document;

const SETEXT = `水磨坊的修复
============

磨坊在村口，去年冬天请了两位木匠来修。水轮换了十二片叶板，轴没有动。

用料
----

* 老杉木，河边晒过三年
* 桐油，*两遍*

说明见[图纸][1]和[木作笔记][notes]，另有[照片][]。

***

修好那天试磨了半斗荞麦，粉比机器磨的粗，颜色深一些。

[1]: https://example.com/plan "总图"
[notes]: <https://example.com/notes>
[照片]: https://example.com/photo.jpg
`;

const WRAPPED = `# Keeping a Stone Wall

A dry stone wall has no mortar, and so it moves a little every winter when
the ground freezes. That is not a fault. The stones settle into each other,
and a wall that has stood for [two hundred
years](https://example.com/old) will stand longer than one built last spring.

  * Clear the ivy before it reaches the cope, because its roots lift the
stones and let the water in.
  * Put fallen stones back in autumn.
    * Long ones go across the wall.

1\\. The first rule is to cross every joint.
`;

const NESTED = `## 露营清单

出发前一晚照着单子再点一遍，缺什么写在门后的小黑板上。

- **睡**
    - 帐篷
    - 睡袋
        - 羽绒的只在冬天带
- 吃
    1. 炉头
    2. 气罐

> 山里没有信号，
> 把路线留给家里人。

- 另一张单子
`;

const TURNDOWN = `![校园](https://example.com/a.png)

### 借阅规则

| 证件 | 册数 |
| :-- | --: |
| 学生证 | 5 |
| 教师证 | 10 \\| 15 |

图书馆每周一闭馆整理书架，其余各天从早上八点开到晚上九点，寒暑假另行通知。借出的书在期满之前可以续借一次，由本人到服务台办理。

逾期每天每册罚款 0.1 元，文件名写作 book\\_list\\_2020，乘号写作 3\\*4。

[返回](javascript:history.back\\(\\)) [首页](/ "回到首页")

\`\`\`sh
# 不是标题
grep -c "\\*" list.txt
\`\`\`
`;

const CLOSED =
  '图书馆每周一闭馆整理书架，其余各天从早上八点开到晚上九点，寒暑假另行通知。借出的书在期满之前可以续借一次，由本人到服务台办理。';

const VERSE = `[听松](/) / [诗](/shi)

## 守窑人

### 夜

火在里面走  
我在外面走  

天亮以前  
谁也不说**熟**了  

### 开窑

碗一只一只地响  
像有人  
在里面应声  
`;

describe('a text that is Markdown', () => {
  it('has underlined headings, stars for marks and addresses below', () => {
    const blocks = textBlocks(SETEXT);

    expect(said(blocks)).toEqual([
      'heading 1: 水磨坊的修复',
      'paragraph: 磨坊在村口，去年冬天请了两位木匠来修。水轮换了十二片叶板，轴没有动。',
      'heading 2: 用料',
      'list-item: 老杉木，河边晒过三年',
      'list-item: 桐油，两遍',
      'paragraph: 说明见图纸和木作笔记，另有照片。',
      'rule: ***',
      'paragraph: 修好那天试磨了半斗荞麦，粉比机器磨的粗，颜色深一些。',
    ]);
    const links = blocks[5]?.cells[0]?.flatMap(({ text, href }) => (href ? [[text, href]] : []));
    expect(links).toEqual([
      ['图纸', 'https://example.com/plan'],
      ['木作笔记', 'https://example.com/notes'],
      ['照片', 'https://example.com/photo.jpg'],
    ]);
    expect(blocks.map(({ where }) => where).slice(0, 4)).toEqual([
      'line:1',
      'line:4',
      'line:6',
      'line:9',
    ]);
  });

  it('is joined where a width cut it, in links and items too', () => {
    expect(said(textBlocks(WRAPPED))).toEqual([
      'heading 1: Keeping a Stone Wall',
      'paragraph: A dry stone wall has no mortar, and so it moves a little every winter when the ground freezes. That is not a fault. The stones settle into each other, and a wall that has stood for two hundred years will stand longer than one built last spring.',
      'list-item: Clear the ivy before it reaches the cope, because its roots lift the stones and let the water in.',
      'list-item: Put fallen stones back in autumn.',
      'list-item 1: Long ones go across the wall.',
      'paragraph: 1. The first rule is to cross every joint.',
    ]);
  });

  it('nests lists, keeps their numbers and quotes', () => {
    const blocks = textBlocks(NESTED);

    expect(said(blocks)).toEqual([
      'heading 2: 露营清单',
      'paragraph: 出发前一晚照着单子再点一遍，缺什么写在门后的小黑板上。',
      'list-item: 睡',
      'list-item 1: 帐篷',
      'list-item 1: 睡袋',
      'list-item 2: 羽绒的只在冬天带',
      'list-item: 吃',
      'paragraph: 1. 炉头',
      'paragraph: 2. 气罐',
      'quote: 山里没有信号，',
      'quote: 把路线留给家里人。',
      'list-item: 另一张单子',
    ]);
    expect(renderMarkdown(blocks)).toContain(
      '- **睡**\n  - 帐篷\n  - 睡袋\n    - 羽绒的只在冬天带\n- 吃\n',
    );
  });

  it('has tables, code, images and escaped characters', () => {
    const blocks = textBlocks(TURNDOWN);

    expect(renderText(blocks)).toBe(
      [
        '借阅规则',
        '证件\t册数',
        '学生证\t5',
        '教师证\t10 | 15',
        CLOSED,
        '逾期每天每册罚款 0.1 元，文件名写作 book_list_2020，乘号写作 3*4。',
        '返回 首页',
        '# 不是标题',
        'grep -c "\\*" list.txt',
      ].join('\n'),
    );
    expect(renderMarkdown(blocks)).toBe(
      [
        '![校园](https://example.com/a.png)\n',
        '### 借阅规则\n',
        '| 证件 | 册数 |',
        '| --- | --- |',
        '| 学生证 | 5 |',
        '| 教师证 | 10 \\| 15 |\n',
        `${CLOSED}\n`,
        '逾期每天每册罚款 0.1 元，文件名写作 book_list_2020，乘号写作 3\\*4。\n',
        '返回 首页\n',
        '```sh\n# 不是标题\ngrep -c "\\*" list.txt\n```',
      ].join('\n'),
    );
  });

  it('is judged by its lines and written as stanzas; its heading is the title', () => {
    const { title, text, markdown } = clean(VERSE);

    expect(title).toBe('守窑人');
    expect(text).toBe(
      '夜\n火在里面走\n我在外面走\n天亮以前\n谁也不说熟了\n开窑\n碗一只一只地响\n像有人\n在里面应声',
    );
    expect(markdown).toContain('火在里面走\\\n我在外面走\n\n天亮以前\\\n谁也不说**熟**了\n');
  });

  it.each([SETEXT, WRAPPED, NESTED, TURNDOWN, VERSE])(
    'comes out as text that is none',
    (source) => {
      const { text } = clean(source);

      expect(text).not.toBe('');
      expect(isMarkdown(text.split('\n'))).toBe(false);
      expect(renderText(textBlocks(text))).toBe(text);
    },
  );

  it('is one by its declared type alone', () => {
    const text = '*第一段*很短。\n- 一项\n\n第二段也很短，写的是另一件事。';

    expect(clean(text).text).toContain('*第一段*');
    expect(clean(text, 'text/markdown; charset=utf-8').text).toBe(
      '第一段很短。\n一项\n第二段也很短，写的是另一件事。',
    );
  });

  it('keeps images inside the document, not beside it', () => {
    const prose = '渡口的石阶有四十七级，枯水时全露出来，涨水时只剩最上面的三级，船家凭它报水位。';
    const more =
      '对岸的茶棚只在赶集的日子开，灶上常年坐着一壶水，过河的人自己倒了喝，走时把碗扣好。';
    const picture = (name: string): string => `![${name}](https://example.com/${name}.png)`;
    const { text, markdown } = clean(
      [picture('banner'), '# 青石渡', prose, picture('steps'), more, picture('code')].join('\n\n'),
    );

    expect(text).toBe(`${prose}\n${more}`);
    expect(markdown).toBe(`${prose}\n\n${picture('steps')}\n\n${more}`);
  });

  it('takes relative addresses from the page, and a logo for its name', () => {
    const text =
      '[![青石网](/img/logo.png)](/)\n\n## 说明\n\n见[附录](b.html)，另见[作者](mailto:a@b.cn)。\n\n### 二';
    const blocks = textBlocks(text, { url: 'https://a.cn/x/a.html' });

    expect(said(blocks)[0]).toBe('paragraph: 青石网');
    expect(blocks[2]?.cells[0]?.flatMap(({ href }) => href ?? [])).toEqual([
      'https://a.cn/x/b.html',
      'mailto:a@b.cn',
    ]);
  });
});

describe('a text that is none', () => {
  it.each([
    ['hashtags', '#春天# 去看河\n\n#今日晚饭 豆角焖面\n\n- 一\n- 二\n\n发表于昨天'],
    [
      'masks',
      '×**局与×**公司一案，**年**月**日开庭。\n\n原告张**、李**未到庭。\n\n***\n\n审判员 王**',
    ],
    ['bars', '首页 | 新闻 | 论坛\n\n---\n\n正文从这里开始，说的是一件小事。\n\n关于我们 | 联系'],
    [
      'dashes and quotations',
      '> 他写道：来信收到\n\n- 谁在那里？\n- 是我。\n\n1. 第一\n2. 第二\n\n完',
    ],
    ['a script', '# 安装依赖\n\nnpm ci\n\n# 运行\n\nnpm start\n\n- 完成\n- 退出\n\n---\n'],
    [
      'a link of an extractor',
      '被告出具[借条](/ws/tj/)一份。\n\n原告认可。\n\n本院认为，借贷关系成立。',
    ],
    [
      'lines without blank ones',
      '# 标题\n## 小节\n- 一\n- 二\n[链接](https://example.com/)\n**重点**',
    ],
  ])('stays as it is: %s', (_, text) => {
    expect(isMarkdown(text.split('\n'))).toBe(false);
    expect(textBlocks(text).map(blockText)).toEqual(text.split('\n').filter((line) => line !== ''));
  });
});

const mark = fc.constantFrom(
  ...[
    '# ',
    '## 甲\n\n',
    '- ',
    '  * ',
    '1. ',
    '> ',
    '**',
    '*',
    '_',
    '`',
    '```\n',
    '\n\n',
    '\n',
    '  \n',
  ],
  ...[
    '[',
    ']',
    '](',
    '](/a)',
    '](javascript:void(0))',
    '![',
    ')',
    '|',
    '| --- |\n',
    '---\n',
    '===\n',
  ],
  ...[
    '[a]: http://b.c\n',
    '[a][b]',
    '\\',
    '<',
    '<http://a.b>',
    '<br>',
    '~~',
    '字',
    '，',
    'word',
    ' ',
  ],
);

describe('any text declared as Markdown', () => {
  it('is read, each line once and in order', () => {
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 60 }), (marks) => {
        const blocks = textBlocks(marks.join(''), { isMarkdown: true });
        const numbers = blocks.map(({ where }) => Number(where.slice('line:'.length)));

        expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
        expect(new Set(numbers).size).toBe(numbers.length);
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ...[
      '[](',
      '[](<',
      '[](a "',
      '[a][',
      '![',
      '`',
      '``a`',
      '**',
      '*a ',
      '_a',
      '<',
      '\\',
      '[',
      ']',
      '|',
    ],
    ...[
      '```\n',
      '````\n~~~\n',
      '- ',
      '  - a\n',
      '> ',
      '# ',
      '|-|\n',
      'a|b\n',
      '[a]: /b\n',
      'a  \n',
      '    {\n',
    ],
  ])('%j again and again is read in time that grows with its length', (unit) => {
    const text = unit.repeat(1_000_000 / unit.length);

    expect(processorTime(() => void textBlocks(text, { isMarkdown: true }))).toBeLessThan(4000);
  });
});
