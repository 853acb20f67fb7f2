import { describe, expect, it } from 'vitest';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';
import { cutRepeatedControls } from '#lib/clean/repairs/repeated-controls.ts';
import { linesOf } from './lines.ts';

const left = (lines: readonly string[]): string[] =>
  linesOf(cutRepeatedControls(textBlocks(lines.join('\n'))).blocks);

describe('controls behind every piece', () => {
  it('go as lines, whatever they count', () => {
    const lines = [
      '新的一年。',
      '复制♥ 3做成图',
      '把旧雪扫开。',
      '复制♥ 40做成图',
      '你好，一月。',
      '复制♥ 77做成图',
    ];

    expect(left(lines)).toEqual(['新的一年。', '把旧雪扫开。', '你好，一月。']);
  });

  it('go behind the last sentence of paragraphs, however long', () => {
    const rules = [
      '第一条　渡船每日上午六时开航，傍晚七时收航，大雾、大风和夜间停航，停航由渡工在渡口挂红旗告知，乘客应当听从渡工安排。',
      '第二条　渡工应当持证上岗，开航前检查船底、缆绳和救生衣，不得带病开航，不得超载，不得让十二岁以下的儿童单独乘船过河。',
      '第三条　本办法自公布之日起施行。',
    ];

    expect(left(rules.map((rule) => `${rule}收藏本条引用`))).toEqual(rules);
    expect(left(rules.map((rule) => `${rule} 纠错 分享`))).toEqual(rules);
    expect(left(rules.map((rule) => `${rule}划线笔记复制`))).toEqual(rules);
  });

  it('are no words that sentences end with', () => {
    const lines = [
      '老人说，家里的旧信他都一封一封装进铁盒子里，锁在樟木箱的最底下，过年才拿出来晒一晒，谁要看都得先洗手，不许复制收藏',
      '馆里的老报纸可以看、可以抄，也可以由管理员用相机拍下来，存在馆里的电脑上，读者凭证件查阅，但是不许私自复制收藏',
      '至于他年轻时候写的那些日记，他一本也没有留，自己在灶膛里烧了，烧的时候谁也不让进屋，更谈不上让别人复制收藏',
    ];

    expect(left(lines)).toEqual(lines);
  });

  it('go behind headings', () => {
    const lines = [
      '你怎么处理？编辑收起',
      '各位考官。',
      '你有什么想法？编辑 收起',
      '四个字。',
      '你如何回应？编辑收起',
    ];

    expect(left(lines)).toEqual([
      '你怎么处理？',
      '各位考官。',
      '你有什么想法？',
      '四个字。',
      '你如何回应？',
    ]);
  });

  it.each([
    ['a refrain', ['让我们荡起双桨', '小船儿推开波浪', '让我们荡起双桨', '让我们荡起双桨']],
    ['numbered headings', ['练习 1', '练习 2', '练习 3']],
    ['a line that is said twice', ['点赞 3 分享', '说明', '点赞 4 分享']],
    ['blanks to be filled in', ['回复日期：____', '回复日期：____', '回复日期：____']],
    ['sentences', ['他是一名编辑。', '他是一名编辑。', '他是一名编辑。']],
  ])('are not %s', (_, lines) => {
    expect(left(lines)).toEqual(lines);
  });
});
