import { describe, expect, it } from 'vitest';
import { isGenreLine, isHeadingShaped } from '#lib/clean/profile/genre-lines.ts';
import { processorTime } from '../../../support/processor-time.ts';

const SHARED = [
  '一、活动目的',
  '二、指导思想',
  '（三）工作要求',
  '第十二条 争议解决',
  '甲方：',
  '乙方（签章）：',
  '甲方代表签字：＿＿＿＿',
  '尊敬的领导：',
  '尊敬的各位评委、老师：',
  '同志们：',
  '大家好！',
  '此致',
  '敬礼！',
  '謝謝大家！',
  '我的发言完了，谢谢大家。',
  '特此通知。',
  '以上汇报，请批评指正。',
  '妥否，请批示。',
  '本合同一式两份，甲乙双方各执一份，具有同等法律效力。',
  '本制度自发布之日起施行。',
  '根据《中华人民共和国民法典》及有关规定，订立本合同。',
  '为深入贯彻落实上级精神，结合我校实际，特制定本方案。',
  '桐溪县人民政府办公室',
  '二〇二三年五月一日',
  '2023年5月1日',
  '年 月 日',
  '（此件公开发布）',
  '申请人：周明',
  '联系电话：0373-6666666',
  '附件：1.名单',
  '问：怎么报名',
  '××县××局',
  'Dear Sir or Madam,',
  'Yours sincerely,',
  'References',
];

const OF_SITES = [
  '檀溪书院，愿每一次落笔都有回响',
  '写到这里，与您道一声晚安',
  '本文共1234字，读完约需6分钟',
  '∷青藤文摘∷',
  '范本君碎碎念：落笔之前，把数字再念两遍',
  '把这份材料装进口袋',
  '淡墨库陪你写完每一份材料，明天见。',
  'The lantern stays lit until the last reader goes home.',
  'You have been reading a page of our free shelf.',
];

describe('isGenreLine', () => {
  it.each(SHARED)('keeps %s', (line) => {
    expect(isGenreLine(line)).toBe(true);
  });

  it.each(OF_SITES)('says nothing for %s', (line) => {
    expect(isGenreLine(line)).toBe(false);
  });

  it('takes linear time', () => {
    const time = processorTime(() => {
      for (const part of ['第一', '（', '甲', '_', '。,', '为 ', 'a'])
        isGenreLine(part.repeat(100_000));
    });
    expect(time).toBeLessThan(500);
  });
});

describe('isHeadingShaped', () => {
  it.each(['教学目标', '会议到此结束', '用料', 'What we found'])('holds of %s', (line) => {
    expect(isHeadingShaped(line)).toBe(true);
  });

  it.each([
    '共12面 · 眼下第3面',
    '檀溪书院，愿每一次落笔都有回响',
    'The lantern stays lit until the last reader goes home.',
  ])('does not hold of %s', (line) => {
    expect(isHeadingShaped(line)).toBe(false);
  });
});
