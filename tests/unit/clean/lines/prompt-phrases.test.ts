import { describe, expect, it } from 'vitest';
import { classifyLine } from '#lib/clean/lines/classify-line.ts';

describe('what invites the reader between two paragraphs', () => {
  it.each([
    ['写到一半没词了？三千位同学正在这里练笔，点我加入。', 'promotion'],
    ['期末卷子讲评直播，今晚八点，戳这里报名', 'promotion'],
    ['回复关键词“采茶”，免费领取《茶山月历》电子版', 'promotion'],
    ['后台回复“竹编”，即可领取图样一份', 'promotion'],
    ['如果你家也有这样一棵树，欢迎点亮右下角的“在看”', 'subscribe'],
    ['觉得不错，点个“在看”再走', 'subscribe'],
    ['看完记得点赞、在看、转发三连', 'subscribe'],
    ['想要同题的素材？戳我领取素材包', 'promotion'],
    ['下载附件 (84.2 KB)', 'boilerplate'],
    ['下载原图 (1.2 MB, 下载次数: 3)', 'boilerplate'],
  ])('is %s', (line, reason) => {
    expect(classifyLine(line)).toMatchObject({ reason, where: 'anywhere' });
  });

  it.each([
    '按钮上写着“点我加入”四个字。',
    '收到短信后请在当天回复，逾期不再受理。',
    '他点了点头，还在看那棵树。',
    '她把照片转发，在看的人里认出了三叔。',
    '下载附件后请用黑色签字笔填写。',
    '母亲回复“好”，领着弟弟先走了。',
    '粉丝回复关键词“菜单”，公众号就把当天的菜谱发给他。',
  ])('is not %s', (line) => {
    expect(classifyLine(line)?.where === 'anywhere').toBe(false);
  });
});

describe('walls in the words of their sites', () => {
  it.each([
    '后面的 1,820 字锁在阁楼里，办一张月卡（12元）开锁',
    '本文还有 960 字，属于 B 级文稿。阅读需要扣除 10 点稻谷币，您当前的身份是：游客。[马上充点]',
    '请输入手机号获取四位阅读口令，每条 1 元从话费中扣除',
    '浏览全文需要消耗 3 枚学豆',
    '该文需 5 积分阅读，您当前积分 0',
    '本篇消耗 2 张阅读券',
    '剩余 420 字为积分内容，阅读本篇需要 3 枚墨豆',
  ])('withhold the rest: %s', (line) => {
    expect(classifyLine(line)?.claim).toBe('paywall');
  });

  it.each([
    '作文后面还有 300 字没有写完，我想先去吃饭。',
    '每月从工资中扣除 15 元作为互助金。',
    '阅读这首诗需要花费一点心思。',
    '门锁的口令每月更换一次，由值班员保管。',
    '阅读本文需要花费 5 分钟',
    '本章需要 3 张数码照片',
    '做一锅豆浆要 3 两黄豆',
    '输入用户名以后，点眼睛形状的图标查看密码',
  ])('are not %s', (line) => {
    expect(classifyLine(line)?.claim).toBeUndefined();
  });
});
