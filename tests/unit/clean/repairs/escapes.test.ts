import { describe, expect, it } from 'vitest';
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
    '&#0;&#xD800;&#x110000;',
  ])('stay where they may be meant: %s', (line) => {
    expect(mended(line)).toBe(line);
  });
});
