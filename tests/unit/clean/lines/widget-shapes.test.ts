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
    ['>>> 孩子夜里总咳嗽？立即向值班药师免费咨询，平均5分钟回复 <<<', 'promotion'],
    ['遇到劳动纠纷怎么办？点击找律师在线咨询 >>', 'promotion'],
    ['訂閱渡口週報，每週一篇好故事。輸入電子郵件 訂閱', 'subscribe'],
    ['请填写您的邮箱地址 立即订阅', 'subscribe'],
    ['取自“https://shuhui.example/index.php?title=水獭&oldid=77”', 'metadata'],
    ['檢索自「https://shuhui.example/wiki/水獺」', 'metadata'],
    ['Retrieved from "https://shuhui.example/wiki/Otter"', 'metadata'],
    ['特别提示：以上内容仅供参考，不能替代医生面诊。', 'disclaimer'],
    ['本文仅供交流，不构成投资建议', 'disclaimer'],
    ['【相關報道：渡口老船工的最後一天】', 'promotion'],
    ['★ 更多春联祝福:www.chunlian.example ★', 'promotion'],
    ['※ 更多精彩短信，请访问 http://www.chunlian.example ※', 'promotion'],
    ['岚溪题海给同学们整理的老屋的灯，大家都看完了吗？最后祝大家学习进步。', 'promotion'],
    ['主题工具 显示模式', 'navigation'],
    ['回上一頁', 'navigation'],
  ])('%s is %s', (line, reason) => {
    expect(classifyLine(line)?.reason).toBe(reason);
  });

  it.each([
    '【广告语】好山好水出好茶',
    '更多信息：www.lanxi.gov.cn',
    '★ 更多信息请登录 http://www.lanxi.gov.cn ★',
    '考试报名电话：0571-8800',
    '老师给大家分享的故事，同学们读完了吗？',
    '这是我给大家整理的笔记，大家都看了吗？',
    '流程：受理→审核→现场踏勘→立即办结',
    '请家长打开“阳光校园”小程序，按班级填写健康信息。',
    '参会人员请提前下载腾讯会议客户端，注册个人账号。',
    '他放下茶碗说，去看看',
    '请你立即报名',
    'A+',
    'A A',
    '相关案例 3',
    '关联交易 12 笔，合计 300 万元',
    '3、点击“我的医生”，即可向在线医生免费提问',
    '村里每周三请医生免费问诊，大家都很高兴。',
    '报名的同学请在表上填写电子邮箱，由班长统一提交。',
    '故事取自《渡口志》，略有改动。',
    '这张表仅供参考，价格以当天的牌子为准。',
    '【相关背景】去年三月，渡口停摆了十一天。',
    '他把显示模式调成了黑白。',
  ])('leaves %s to the document', (line) => {
    expect(classifyLine(line)).toBeNull();
  });
});
