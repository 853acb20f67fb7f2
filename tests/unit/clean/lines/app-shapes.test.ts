import { describe, expect, it } from 'vitest';
import { classifyLine } from '#lib/clean/lines/classify-line.ts';
import { scanLines } from '#lib/clean/lines/scan-lines.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';

describe('what applications put around and between lines', () => {
  it.each([
    ['图文咨询：皮肤科医生平均5分钟回复 立即咨询', 'promotion'],
    ['本文章发布于 2020-09-01 08:30', 'metadata'],
    ['本词条由县志办公室参与编辑。', 'metadata'],
    ['该条目由“乡土植物”项目审核', 'metadata'],
    ['本课件共12页，您已浏览全部内容', 'boilerplate'],
    ['题海公众号：tihai_demo，每天更新海量习题', 'subscribe'],
    ['解锁全部育苗课程，立享会员6折', 'advertisement'],
    ['长按识别二维码，加入柳河读者群', 'subscribe'],
    ['推荐阅读：春耕动员讲话 防汛值班制度', 'related'],
    ['xy9_ads("article_bottom");', 'advertisement'],
  ])('goes anywhere: %s', (line, reason) => {
    expect(classifyLine(line)).toMatchObject({ reason, where: 'anywhere' });
  });

  it.each(['9.2分 综合评分', '3.4万人做过 12万收藏', '开启常亮模式'])(
    'goes at the edge: %s',
    (line) => {
      expect(classifyLine(line)).toMatchObject({ reason: 'metadata', where: 'edge' });
    },
  );

  it.each([
    '在线咨询：每周三下午，医院安排骨科医生值班',
    '咨询：张医生 去咨询台登记',
    '本办法发布于2009年，后来修订过两次。',
    '本词条由来已久，写法有三种。',
    '本试卷共8页，满分120分。',
    '解锁全部门窗，确认无人后再锁。',
    '长按识别二维码填写报名表，再到村部领取回执',
    '切换到宽版模型之后，误差变小了',
    '班级微信号：sannian_yiban，家长请加',
    '我的微信号：linlin_2008，每天晚上在线',
    '相关阅读：见本书第三章 第二节。',
    '三年级共有学生120人 教师8人',
    '开启夜间模式',
    'read_ads(path)',
  ])('stays: %s', (line) => {
    const is = classifyLine(line);
    expect(is?.where === 'anywhere' || is?.sure === true).toBe(false);
  });

  it('sells other things without withholding the rest', () => {
    expect(classifyLine('解锁全部育苗课程，立享会员6折')?.claim).toBeUndefined();
    expect(classifyLine('解锁全部内容，开通会员')?.claim).toBe('paywall');
  });
});

describe('the button below what could not be loaded', () => {
  const framesOf = (...texts: readonly string[]): (string | null)[] =>
    scanLines(textBlocks(texts.join('\n'))).map(({ frame }) => frame?.reason ?? null);

  it('goes with it', () => {
    expect(framesOf('视频加载失败，请刷新页面再试', '刷新', '然后踩。')).toEqual([
      'boilerplate',
      'boilerplate',
      null,
    ]);
    expect(framesOf('第一步，打开网页。', '刷新', '等一分钟。')).toEqual([null, null, null]);
  });
});
