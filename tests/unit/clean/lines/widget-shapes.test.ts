import { describe, expect, it } from 'vitest';
import { classifyLine } from '#lib/clean/lines/classify-line.ts';

describe('widgets of a template', () => {
  it.each([
    ['【广告】新手学车优惠季，报名立减三百元', 'advertisement'],
    ['[推广] 县城学区房火热预订中', 'advertisement'],
    ['【专家提醒】离婚协议容易被认定无效，律师在线解答，马上咨询>>', 'advertisement'],
    ['想少走弯路？跟着名师学公文，免费试听 →', 'advertisement'],
    ['同款陶罐今天半价，去逛逛>>', 'advertisement'],
    ['【名师推荐】护士资格考试冲刺班，不过退费，点击试听', 'promotion'],
    ['小提示：打开谷雨题海APP，随时随地刷题、看解析', 'subscribe'],
    ['扫码打开口袋菜谱小程序，收藏菜谱，离线也能看', 'subscribe'],
    ['A- A+', 'form'],
    ['字級 A- A A+', 'form'],
    ['字号：T|T', 'form'],
    ['关联案例 19　关联法规 4', 'related'],
    ['相关判例(12) 引用条文(3)', 'related'],
    ['被引次数：7', 'related'],
  ])('%s is %s', (line, reason) => {
    expect(classifyLine(line)?.reason).toBe(reason);
  });

  it.each([
    '【广告语】好山好水出好茶',
    '流程：受理→审核→现场踏勘→立即办结',
    '请家长打开“阳光校园”小程序，按班级填写健康信息。',
    '参会人员请提前下载腾讯会议客户端，注册个人账号。',
    '他放下茶碗说，去看看',
    '请你立即报名',
    'A+',
    'A A',
    '相关案例 3',
    '关联交易 12 笔，合计 300 万元',
  ])('leaves %s to the document', (line) => {
    expect(classifyLine(line)).toBeNull();
  });
});
