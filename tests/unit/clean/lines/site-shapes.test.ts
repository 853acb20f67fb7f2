import { describe, expect, it } from 'vitest';
import { classifyLine } from '#lib/clean/lines/classify-line.ts';

describe('what sites of one kind put between paragraphs', () => {
  it.each([
    ['该条目缺少信息栏，请您补充相关内容，一起来编辑吧！', 'boilerplate'],
    ['【点击进入专题：渡口的四季】', 'related'],
    ['點擊查看系列報道：老街的手藝人', 'related'],
    ['▲ 收起', 'form'],
    ['→ 点击查看更多：读后感大全', 'promotion'],
    ['点击这里阅读更多相关作文>>渡口的四季', 'promotion'],
    ['复制 拼音 译 注 赏 朗读 下载图片', 'navigation'],
    ['∧收起全文', 'form'],
    ['完善 译 注 赏 拼 收藏 复制', 'navigation'],
    ['血压忽高忽低？请医生看一看 → 免费咨询', 'promotion'],
    [
      '中班音乐教案《小船》适用于中班的音乐主题教学活动当中，让幼儿感受节奏，快来看看吧。',
      'promotion',
    ],
  ])('%s', (line, reason) => {
    expect(classifyLine(line)).toMatchObject({ reason, where: 'anywhere' });
  });

  it.each([
    '本条目需要的材料，由各村补充完善后报镇里。',
    '点击进入专题页面以后，老人不知道该看哪里。',
    '收起残书上小楼，',
    '▲ 收起渔网，已是黄昏',
    '译 注 赏 三部分各占十分。',
    '点击查看更多：展开以后，可以看到每月的明细。',
    '查看更多：读后感大全',
    '下载图片 保存图片 时要先征得拍摄者同意。',
    '血压忽高忽低怎么办？先量三天，记下来，再去医院。',
    '这套方法适用于中班的教学活动当中，教师可以灵活使用。',
  ])('stays: %s', (line) => {
    expect(classifyLine(line)?.where).not.toBe('anywhere');
  });
});
