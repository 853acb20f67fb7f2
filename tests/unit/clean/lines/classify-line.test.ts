import { describe, expect, it } from 'vitest';
import { classifyLine } from '#lib/clean/lines/classify-line.ts';
import { CONTAINED_RULES } from '#lib/clean/lines/contained-rules.ts';

/** Each phenomenon in the words of different templates. */
const FRAME: Record<string, readonly string[]> = {
  related: [
    '相关推荐',
    '- 相关推荐',
    '相關文章',
    '【工会工作总结】相关文章：',
    '《老槐树》相关阅读',
    '您可能感兴趣的文章',
    '猜你喜欢',
    '大家还在看：',
    '热门文章排行',
    '看过本文的人还看了',
    '喜欢此内容的人还喜欢',
    '与端午节有关的相关文章：',
    'Related articles',
    'You may also like',
    '上一篇：最新入党申请书',
    '下一篇:没有了',
    '上一篇 2022年11月4日',
    '- 下一篇：大学生村官申请书',
    '下一条：关于春节放假的通知',
    '上一主题 下一主题',
    '友情链接：春笋作文 谷雨题海',
  ],
  pager: [
    '上一页 [1] [2] 下一页',
    '上一页  [1] [2]',
    '[1] [2] [3] 下一页 尾页',
    '首页 上一页 1 2 3 下一页 末页',
    '共3页: 上一页 1 2 3 下一页',
    '第2页/共5页',
    '下页更精彩:1 2 3 4 下一页',
    '【1】【2】【3】 下一页',
    'Page 2 of 7',
  ],
  share: [
    '分享到：',
    '分享到: QQ空间 新浪微博 人人网',
    '分享至：微信 微博',
    '收藏本文 分享',
    '一键分享',
    'Share this article: Facebook Twitter',
  ],
  comments: [
    '网友评论',
    '最新评论（12条）',
    '发表评论',
    '2楼 发表于 2010-10-19 21:02',
    '沙发',
    '3# 发表于 2012-1-2',
    '暂无评论',
    'Leave a comment',
  ],
  metadata: [
    '标签：述职 档案 年度',
    'Tags: essay, clock',
    '关键词：工作总结',
    '（责任编辑：林晓）',
    '来源：西岭日报',
    '本帖最后由 南山樵夫 于 2013-5-7 08:10 编辑',
  ],
  disclaimer: [
    '本文内容由互联网用户自发贡献,该文观点仅代表作者本人。',
    '声明：文章系会员投稿，本站对其真实性不作保证。',
    '版权声明：本文来源于网络，如有侵权请联系删除。',
    '免责声明：以上内容仅代表原创者观点，与本站无关。',
    '如需转载请注明出处',
    '转载请注明来自某某网',
    '教学工作交流材料一文来源于网友上传,不代表本站观点,欢迎参考。',
    '本站仅提供信息存储空间服务，不拥有所有权。',
  ],
  footer: [
    '版权所有 © 2010-2020',
    'Copyright © 2004-2012 All Rights Reserved',
    '湘ICP备1500****号',
    '主办：平川县人民政府办公室 网站标识码：330000****',
    'Powered by Discuz! 6.0',
    'Privacy Policy | Terms of Use',
    '举报电话：0000-1234567',
  ],
  'download-prompt': [
    '还剩8页未读，继续阅读',
    '当前文档最多预览五页，下载文档查看全文',
    '此文档下载收益归作者所有',
    '亲，该文档总共6页，当前预览到第2页，下载后可查看全部内容',
    '非会员只能预览前3页',
    '超出免费预览范围，请下载',
    '下载本文档',
    '资源大小：32.00KB',
    '附件: 采访提纲.rar (下载 55 次)',
    '立即下载 WORD',
  ],
  paywall: [
    '............试读结束............',
    '查阅全文加微信3231169',
    '此处内容需要付费后查看,剩余 61% 未读',
    '====== 以下为会员专属内容，登录后可见 ======'.replace('为会员专属', ''),
    '剩余60%内容，扫码关注公众号回复“总结”获取全文',
    '未完，需要全文请联系QQ：88****21',
    '阅读全文请开通会员',
    '单篇购买 9.9 元 立即购买　会员免费 升级会员',
    '已经购买?登录后刷新页面',
    '付费后可继续阅读',
    'Subscribe to continue reading',
  ],
  promotion: [
    '以上就是小编为大家整理的工作总结，希望对大家有所帮助！',
    '更多志愿服务活动总结范文请点击查看。',
    '下面是某某范文网小编为大家整理的演讲稿，欢迎大家阅读参考！',
    '人工代写、修改润色请联系微信 mobai***8',
    '加客服微信:3231169',
    '想了解更多精彩内容请关注我们',
    '更多优秀作文尽在春笋作文网',
  ],
  subscribe: ['扫码关注', '微信扫一扫', '关注我们', '扫一扫在手机打开当前页', '长按识别二维码'],
  navigation: [
    '返回顶部',
    '【打印】【关闭】',
    '首页 总结 计划 报告 演讲',
    '搜索资料 全部分类 搜索教程',
    '收藏 打印 订阅 推荐给朋友',
    '帖子 116',
    '[首页] [登录] [注册]',
    '查看: 3321|回复: 12',
  ],
  advertisement: ['广告', 'ADVERTISEMENT', '以下为广告', '赞助商链接', '推广'],
  header: [
    '欢迎来到某某文库',
    '您好，欢迎光临',
    '欢迎访问某某网！',
    '你好，欢迎来到本站',
    '嗨，欢迎',
  ],
};

describe.each(Object.entries(FRAME))('lines of the frame: %s', (reason, lines) => {
  it.each(lines)('%s', (line) => {
    expect(classifyLine(line)?.reason).toBe(reason);
  });
});

/** That the rest is withheld, in the words of different sites. */
const CLAIMS: Record<string, readonly string[]> = {
  preview: [
    '还剩 6 页未读，继续阅读',
    '— 预览到这里就结束啦，下载后可看全部9页 —',
    '<<尚有4页内容没有加载，下载完整版查看>>',
    '尚有8面没有展示 付 12.0 元可取走源文件',
    '后面还有18张没有摆出来',
    '您看到的是前3页',
    '您可以免费翻看前面几页',
  ],
  paywall: [
    '试读结束，付费后可查看全文',
    '文章节选。通读原文请电联或微信陈老师（30元/篇）',
    '> 篇幅所限，后面的部分请搜索公众号，发送数字 5521 领取',
  ],
};

describe.each(Object.entries(CLAIMS))('lines that say what is withheld: %s', (claim, lines) => {
  it.each(lines)('%s', (line) => {
    expect(classifyLine(line)?.claim).toBe(claim);
  });
});

/** What a page asks of its reader. */
const PROMPTS: Record<string, readonly string[]> = {
  boilerplate: [
    '本说明书对您有帮助吗？ 有(208) 没有(11) 报错',
    '题目有误？点此纠错',
    '视频加载中，请稍候...',
    '打分：12345（已有38人打分，平均4.6）',
  ],
  subscribe: [
    '点击上方“小院种菜”→再点右上角“…”→设为星标★',
    '蓝字上面点一点，社区消息不错过',
    '长按下图二维码，进群领取月历',
    '觉得有用，就点个“在看”吧',
    '订阅月报：每月一封，随时可以退订。',
  ],
  disclaimer: ['▲图源网络，侵删', '本页若出现购物链接，成交后本站可能获得少量佣金'],
  metadata: ['全文640字，读完大约需要吃一碗馄饨的时间', '词条标签：荷花,盆栽'],
  promotion: ['天才一秒记住本书网址', '喜欢雾渡请大家加入书签：小说更新速度最快。'],
  comments: ['[此帖被动力老丁在2011-05-30 21:02重新编辑]', '参与人数 3 鱼票 +12 收起 理由'],
};

describe.each(Object.entries(PROMPTS))('lines that ask or report: %s', (reason, lines) => {
  it.each(lines)('%s', (line) => {
    expect(classifyLine(line)?.reason).toBe(reason);
  });
});

it('has no more rules than one number has bits', () => {
  expect(CONTAINED_RULES.length).toBeLessThanOrEqual(32);
});

/** The same words in documents. */
const TEXT: readonly string[] = [
  '书架上还有18张没有拆封的地图。',
  '前面几页写的是他的童年，后面写的是战争。',
  '这本书读完大约需要一个下午。',
  '他点击鼠标，屏幕上跳出一行字，谁也没有说话。',
  '图片来自县档案馆，拍摄于一九五八年。',
  '这份材料对大家做好工作很有帮助。',
  '订阅报纸的人越来越少，报亭一家接一家地关了。',
  '',
  '   ',
  '“上一篇写的是2009年的值班表，下一篇写的是2011年的体检通知，中间夹着一篇防汛预案”，这种按时间排列的导航毫无帮助。',
  '2、把“相关阅读”做成真的相关。',
  '过去的链接文字只有“点击下载”，同一页有五个“点击下载”，谁也分不清。',
  '看完前三节课就弹出“付费后可查看全部内容”的提示,孩子的兴趣一下子就没了。',
  '四、未经甲方许可,乙方不得转租。',
  '剩余20%的款项于验收合格后支付。',
  '其余人员请到大会议室就座。',
  '每人每周最多阅读三本书。',
  '申请人登录后可查看审批结果。',
  '更多信息请登录县政府门户网站查询。',
  '以上就是我今天汇报的全部内容，谢谢大家！',
  '今天我们为大家准备了精彩的节目。',
  '联系人：赵敏，联系电话：0000-1234567。',
  '咨询电话：0000-8612345。',
  '也可以登录网上办事大厅提交照片，审核通过后凭短信取件。',
  '一、工作总结',
  '下篇：实践部分的主要做法和体会是什么，我们来看看。',
  '附件：1.排查登记表',
  '甲方（盖章）：　　　　　　　　乙方（签字）：',
  'XXXX年XX月XX日',
  '竹匾摊开万点红,辣椒声里过西风。',
  '主题词：教育 工作 总结',
  '主持人：王校长',
  '如有侵犯消费者权益的行为，由工商部门依法查处。',
  '合同价款为9.9元，购买方应于三日内支付。',
  '由国家统计局网站发布的数据显示，居民收入稳步增长。',
  'The next page of his life began in a small town by the sea.',
  'She asked me to share this with nobody.',
];

describe('lines of documents', () => {
  it.each(TEXT)('%s', (line) => {
    const is = classifyLine(line);

    expect(is === null || is.where === 'edge').toBe(true);
    expect(is?.claim).toBeUndefined();
  });
});
