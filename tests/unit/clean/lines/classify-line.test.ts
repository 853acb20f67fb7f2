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
    '您可能关注的文档',
    '猜你喜欢',
    '大家还在看：',
    '热门文章排行',
    '热门新闻排行榜',
    '看过本文的人还看了',
    '喜欢此内容的人还喜欢',
    '与端午节有关的相关文章：',
    'Related articles',
    'You may also like',
    '上一篇：最新入党申请书',
    '下一篇:没有了',
    '上一篇 2022年11月4日',
    '前一组：写给老师的留言',
    '- 下一篇：大学生村官申请书',
    '下一条：关于春节放假的通知',
    '上一主题 下一主题',
    '友情链接：春笋作文 谷雨题海',
    '猜你想问：腿抽筋吃什么钙片好？',
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
    'Share on Mastodon (Opens in new window)',
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
    'Last edited by Ann on 2013-5-7',
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
    '违法和不良信息举报电话：0000-1234567',
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
    '点击此处下载本试卷Word版',
    '本教案word版点此下载',
    '点击下载:小学语文《葡萄沟》教案设计.doc',
    '文档为doc格式',
    '完整答案请下载附件',
    '推荐星级： ★★★★',
    '下载统计：本日：3 本周：17',
  ],
  paywall: [
    '............试读结束............',
    '～～～～～ 试看到此 ～～～～～',
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
    '2012注册测绘师考试网上辅导 报名电话：010-5550****',
    '教案是上好课的前提。春笋教案网为您提供《惊弓之鸟》教学设计，希望对您有用！',
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
    '订阅本章需要 12 书币，您的账户余额：0 书币',
    '本篇剩余内容仅对会员开放，如您是会员，请登录',
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
    'function setFont(n){document.getElementById("zw").style.fontSize=n+"px";}',
    '本说明书对您有帮助吗？ 有(208) 没有(11) 报错',
    '题目有误？点此纠错',
    '视频加载中，请稍候...',
    '打分：12345（已有38人打分，平均4.6）',
    'IMG_2031.jpg (188.4 KB, 下载次数: 3)',
    'IMG_20160225_173512.jpg',
    '— END —',
  ],
  subscribe: [
    '看都看完了，点【在看】再走',
    '安装渡口客户端第一时间接收岚溪要闻→【下载地址】',
    '24小时滚动播报岚溪要闻，更多粉丝福利扫描二维码关注（dukou）',
    '点击上方“小院种菜”→再点右上角“…”→设为星标★',
    '蓝字上面点一点，社区消息不错过',
    '长按下图二维码，进群领取月历',
    '觉得有用，就点个“在看”吧',
    '订阅月报：每月一封，随时可以退订。',
    '打开小荷APP，听名师朗读',
    '喜欢就赞一个 👍 128',
  ],
  disclaimer: ['▲图源网络，侵删', '本页若出现购物链接，成交后本站可能获得少量佣金'],
  metadata: [
    '全文640字，读完大约需要吃一碗馄饨的时间',
    '词条标签：荷花,盆栽',
    '（原标题：渡口的桥修好了，等了十二年）',
    '原标题：渡口的桥修好了',
    '本文原题为《渡口的桥》',
    '编辑 林小芹 校对 何平',
    '（见习编辑 方圆）',
    '本页面最后修订于2020年11月22日 (日) 08:07。',
    '值班编辑：林小芹 何平 | 审核：王小五',
    '岚溪晚报记者 王小五',
    '采写：岚溪晚报见习记者 王小五 欧阳小六',
    '执笔/渡口刀客',
    '（综合整理自岚溪晚报、渡口网等）',
  ],
  promotion: [
    '天才一秒记住本书网址',
    '喜欢雾渡请大家加入书签：小说更新速度最快。',
    '点击进入专题：',
    '点击进入“渡口青年”>>',
    '返回岚溪网首页>>',
    '相关资讯请关注：渡口专区',
    '1、回复【社保】查看缴费记录',
    '点击菜单栏【便民服务】解锁更多服务！',
    '（微信搜索“墨白写作”，一对一定制演讲稿，三小时出稿）',
    '扫码加入墨白VIP，10万篇材料任意下载>>',
    '想看更多？关注微信公众号“墨白作文”，回复“外婆”即可领取范文！',
    '新手爸妈必备！婴儿指甲剪套装 限时9.9元包邮 点击抢购',
    '↓↓↓ 本合同支持在线填写、一键生成，点击免费试用 ↓↓↓',
    '简历代写，24小时出稿，不满意退款',
    '论文代发，不过全额退款',
    '还在为怎么下笔犯愁吗？文苔小编替大家备好了检讨书三则，一起来瞧瞧吧！',
    '还在为写总结烦恼吗？下面这几篇，欢迎参考！',
    '论文发表绿色通道：本站与200余家期刊合作，最快7天录用，点击咨询',
  ],
  login: [
    '游客看不到图片，请先 登录',
    '您需要 登录 才可以下载或查看，没有帐号？立即注册',
    '您所在的用户组无法下载或查看附件',
    '抱歉，您还没有登录，无法查看图片',
    '登录后可查看大图',
    '请登录后查看图片',
    '本帖图片仅会员可见',
    '未登录用户不能浏览附件',
  ],
  navigation: ['完善 展开译文 拼音 复制', '[6]赞一个 [7]收入诗囊 [8]写评语'],
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
  '默认情况下，程序以开放文件格式保存，也可以另存为别的格式。',
  '3.2 文档格式',
  '点击菜单「文件 - 新建 - 模板」。',
  '译文 注释 赏析',
  '微信搜索框里输入“社保”，点开第一项就能查到缴费记录。',
  '他点击抢购的时候，价钱已经变了三回。',
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
  '暑期少年书法培训班 报名电话：0000-8612345',
  '县教育考试中心资格考试辅导 报名电话：0000-8612345',
  '也可以登录网上办事大厅提交照片，审核通过后凭短信取件。',
  '一、工作总结',
  '下篇：实践部分的主要做法和体会是什么，我们来看看。',
  '附件：1.排查登记表',
  '甲方（盖章）：　　　　　　　　乙方（签字）：',
  'XXXX年XX月XX日',
  '竹匾摊开万点红,辣椒声里过西风。',
  '主题词：教育 工作 总结',
  '原标题党的做法早就不灵了。',
  '原题的第二问可以这样解：',
  '编辑部的灯亮到很晚。',
  '编辑 保存 退出 三个按钮排成一行，谁也没有按。',
  '记者 走进田间地头，听老人讲当年的事。',
  '点击进入“设置”，再点“账户”。',
  '返回家乡的首页报道写了整整一版。',
  '请下载国家反诈中心客户端，完成注册后开启来电预警。',
  '3、回复【意见】栏由单位负责人填写。',
  '主持人：王校长',
  '如有侵犯消费者权益的行为，由工商部门依法查处。',
  '合同价款为9.9元，购买方应于三日内支付。',
  '由国家统计局网站发布的数据显示，居民收入稳步增长。',
  'The next page of his life began in a small town by the sea.',
  'She asked me to share this with nobody.',
  '申请表可以点击此处下载，填好以后交到一楼窗口。',
  '本章介绍订阅与发布的模式。',
  '会员专区的座位是红色的。',
  '游客看不到图片里的那座桥，桥在三十年前就拆了。',
  '3、未登录用户不能浏览附件；',
  '请登录系统查看图片是否清晰，不清晰的重新上传。',
  '普通会员不能参加表决，但可以在会上发言。',
  '照片仅供存档。',
  '网页上写着“还有8页未读,下载后查看完整文档”的,多半要积分,不妨这样做:',
  '看到“12页未读”别急:先问老师',
  '代写作业的价格从五元到五十元不等，买的人都说是帮同学问的。',
  '你是否还在为明天的考试发愁？我也是。',
];

describe('walls', () => {
  it.each([
    ['扫码关注后免费看剩余3页', 'preview'],
    ['剩余约900字，开通会员后阅读全文、复制和下载', 'paywall'],
    ['下载后查看完整文档', 'preview'],
  ])('says whether %s asks for money', (line, claim) => {
    expect(classifyLine(line)?.claim).toBe(claim);
  });

  it.each(['还有8页未读，下载后查看完整文档', '下载“青石文库”后查看完整文档'])(
    'is one without quotation marks around it: %s',
    (line) => {
      expect(classifyLine(line)?.claim).toBe('preview');
    },
  );

  it.each(['扫码关注我们', '点击“晚风”关注，每晚见', '9.9元 立即购买'])(
    'takes %s for the frame’s, and not for a wall',
    (line) => {
      expect(classifyLine(line)).not.toBeNull();
      expect(classifyLine(line)?.claim).toBeUndefined();
    },
  );
});

describe('paragraphs that end with a ban', () => {
  it.each([
    '馆里现有家谱二百余部。孤本不外借，须本人持证到馆查阅，未经许可，不得复制。',
    '渡船每日两班，逢大雾停航。乘客自行下水的，渡口不承担任何责任。',
  ])('are the document’s: %s', (line) => {
    expect(classifyLine(line)).toBeNull();
  });

  it.each([
    '石桥网欢迎您。未经许可，不得转载。',
    '本报记者采写的稿件均有署名。未经授权，不得转载。',
    '以上数据仅反映当日收盘价格。据此操作的投资人自负盈亏，不承担任何责任。',
  ])('are the site’s: %s', (line) => {
    expect(classifyLine(line)?.reason).toBe('disclaimer');
  });
});

describe('lines of documents', () => {
  it.each(TEXT)('%s', (line) => {
    const is = classifyLine(line);

    expect(is === null || is.where === 'edge').toBe(true);
    expect(is?.claim).toBeUndefined();
  });
});

describe('what the parties of a contract agree on', () => {
  it.each([
    '本站文稿部分来自网友投稿,版权归原作者所有。甲方应在收到通知后24小时内通知乙方删除。',
    '如文稿侵犯他人权益,乙方应及时删除并承担责任。',
  ])('is no statement of the site: %s', (line) => {
    expect(classifyLine(line)).toBeNull();
  });

  it('is not what a site says about contracts', () => {
    expect(
      classifyLine('本站合同部分来自网友投稿,版权归原作者所有,如有侵权请联系删除。'),
    ).toMatchObject({
      reason: 'disclaimer',
    });
  });
});

describe('who prepared a text', () => {
  it('is said of the site’s own', () => {
    const line = '物业经理个人总结，怎么写才出彩？下文是竹简范文为您准备的参考，快一起往下看！';

    expect(classifyLine(line)).toMatchObject({ reason: 'promotion', where: 'anywhere' });
  });

  it.each(['下面是我为大家整理的资料，请组长发下去。', '下面是一班同学为大家带来的舞蹈，请欣赏。'])(
    'but not by a speaker: %s',
    (line) => {
      expect(classifyLine(line)).toBeNull();
    },
  );
});

describe('more that only frames say', () => {
  it.each([
    ['马上注册，结识更多河友，享用更多功能！您需要 登录 才可以看大图，没有账号？立即注册', 'login'],
    ['有用 没用 完善以上译注 参考资料 展开', 'navigation'],
    ['完善 收藏 拷贝 背诵 朗诵', 'navigation'],
    ["zj_share('top');", 'advertisement'],
    ["showAd('zj_content_1');", 'advertisement'],
  ])('%s', (line, reason) => {
    expect(classifyLine(line)).toMatchObject({ reason, where: 'anywhere' });
  });

  it.each(['参考资料', '朗诵', 'shareOf(a, b);', "alert('ad');", 'if (v >= 1.0) { alarm(id); }'])(
    'but not %s',
    (line) => {
      expect(classifyLine(line)).toBeNull();
    },
  );
});
