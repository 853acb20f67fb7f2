import { describe, expect, it } from 'vitest';
import { damageOf, mended } from './lines.ts';

describe('tags that an extractor left in a text', () => {
  it('are dropped, and those that end a line do', () => {
    const text = [
      '<p>家长会上，有一位父亲说起家里的网。</p>',
      '堵不住，不如约。<strong>我们班</strong>试过一份约定。<br />第一，手机睡在客厅。',
      '约定只有四条：<br/>',
    ].join('\n');

    expect(mended(text)).toBe(
      [
        '家长会上，有一位父亲说起家里的网。',
        '堵不住，不如约。我们班试过一份约定。\n第一，手机睡在客厅。',
        '约定只有四条：',
      ].join('\n'),
    );
    expect(damageOf(text).repairs).toEqual(['escapes']);
  });

  it.each([
    ['a text about markup', '段落写在<p>和</p>之间，换行标签是<br>。\n学会这几个，就能写网页了。'],
    ['one alone', '他在便条上画了一个<b>，没有人看懂是什么意思。'],
    ['what reads like one', '若a<b且b<p，则a<p，这是传递性。\n由此得出a<p>0的结论。'],
    ['quoted ones', '老师问：“<br>”是什么？学生答：“<p>”的兄弟。\n全班都笑了。'],
  ])('stay: %s', (_, text) => {
    expect(damageOf(text).events).toEqual([]);
  });
});
