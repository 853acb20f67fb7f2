import { describe, expect, it } from 'vitest';
import { processorTime } from '../../../support/processor-time.ts';
import { mended } from './lines.ts';

describe('escapes left in the text', () => {
  it.each([
    ['\\u3000\\u3000各位领导：\\n大家好', '　　各位领导：\n大家好'],
    ['\\u4e2d\\u6587', '中文'],
    ['做到\\u201c会开得短\\u201d，制定本办法。\\n第二条', '做到“会开得短”，制定本办法。\n第二条'],
    ['他说：“好的。”\\n“再见。”', '他说：“好的。”\n“再见。”'],
    ['第一条x0dx0ax0dx0a第二条', '第一条\n第二条'],
    ['频繁重启的;\\n2. 准备送修;x0dx0a3. 照片', '频繁重启的;\n2. 准备送修;\n3. 照片'],
    ['谢谢您的支持！&lt;br/&gt;管理处', '谢谢您的支持！\n管理处'],
    ['第一条_x000D_第二条', '第一条\n第二条'],
    ['甲方&amp;乙方&nbsp;双方&ldquo;约定&rdquo;&#8230;&#x3002;', '甲方&乙方 双方“约定”…。'],
    ['架桩&rarr;开挖；偏差&le;50mm，角度&alpha;为30&deg;', '架桩→开挖；偏差≤50mm，角度α为30°'],
    ['系数&gt;1.0，气温&lt; 5度', '系数>1.0，气温< 5度'],
    ['首页 &gt; 施工方案 &gt; 基础', '首页 > 施工方案 > 基础'],
    ['更多方案&gt;&gt;', '更多方案>>'],
    [
      '护壁厚度为150mm，上下两节的搭接不小于50mm，\\r\\n模板隔天再拆。',
      '护壁厚度为150mm，上下两节的搭接不小于50mm，模板隔天再拆。',
    ],
    ['床前明月光，\\n疑是地上霜。', '床前明月光，\n疑是地上霜。'],
    [
      '本办法经村民代表会议三分之二以上同意，\\n一、清扫街道',
      '本办法经村民代表会议三分之二以上同意，\n一、清扫街道',
    ],
  ])('are read: %s', (line, expected) => {
    expect(mended(line)).toBe(expected);
  });

  it.each([
    'C:\\new\\table\\readme.txt 保存在这个目录',
    'printf("a\\nb")',
    'R\\r and \\t are escapes of C',
    'x0d is carriage return',
    '表示制表符的正则表达式是「\\t」。',
    "换行（即 C 语言中的 '\\n'）用来分行。",
    '如果输入值里还包含一个换行字符(\\n)，则只打印前面的数据。',
    '换行符的 ASCII 码为 0A，转义字符为 \\\\n；',
    '程序串内的空白符号\\n,\\t 相当于一个空白单元。',
    '字符串里除非以 \\r 指定，否则不换行。',
    '将返回字符串 "\\\\u306F"，它是平假名。',
    'AT&T 与 R&D 部门',
    '段落写作&lt;p&gt;，系数&gt;1 也写得',
    '大于号写作&gt;，小于号写作&lt;。',
    '取变量的地址 p = &sum; 再传入',
    '没有这样的名字：&rarrow;和&foo;',
    '&#0;&#xD800;&#x110000;',
  ])('stay where they may be meant: %s', (line) => {
    expect(mended(line)).toBe(line);
  });
});

it('reads many signs in linear time', () => {
  const line =
    '系数&gt;1.0，&gt;&gt; &lt; 5度以下，一二三四五六七八九十一二三四五六七八九十，\\r\\n模板'.repeat(
      3000,
    );
  expect(processorTime(() => mended(line))).toBeLessThan(3000);
});

it('takes line feeds behind full stops for those of an editor where others stand inside sentences', () => {
  const wrapped = '井下的照明采用十二伏的安全灯，灯外要有防护罩，\\r\\n电缆不得有接头。';
  const stopped = '孔内有人的时候孔上必须有人监护并且随时联系。\\r\\n土石方及时运走。';
  const others = Array.from({ length: 6 }, (_, at) => `第${at}段说的是别的事。`);

  expect(mended([wrapped, stopped, ...others].join('\n'))).toContain('联系。土石方');
  expect(mended([stopped, ...others].join('\n'))).toContain('联系。\n土石方');
  expect(mended([wrapped, stopped].join('\n'))).toContain('联系。\n土石方');
});
