import { type ContainedRule, type LineClass, lineClass } from './line-class.ts';

const CUT_PAYWALL: LineClass = { ...lineClass('paywall'), claim: 'paywall' };
const CUT_PREVIEW: LineClass = { ...lineClass('download-prompt'), claim: 'preview', viewer: true };
const VIEWER: LineClass = { ...lineClass('download-prompt'), viewer: true };

const REST =
  '(?:全文|全部内容|全部文字|剩余(?:内容|部分|全文|页)|余下(?:内容|部分|全文)|完整(?:版|内容|文章|文档|全文|资料|文件)?|后续(?:内容|部分|章节)|其余(?:内容|部分)|未读(?:内容|部分)|隐藏(?:内容|部分)|更多内容)';
const PRICE =
  '(?:付费|支付|购买|打赏|充值|开通|升级|订阅|会员|vip|svip|积分|金币|学币|下载券|文库币)';
const CONTACT = '(?:加|添加|联系|咨询|关注|扫码|扫描|私信|回复|登录|登陆|注册|请|需)';
const VIEWS = '(?:查看|阅读|查阅|浏览|获取|获得|领取|索取|观看|解锁|下载|看)';

/** The rest is withheld: what walls and viewers call it. */
export const CLAIMS: readonly ContainedRule[] = [
  {
    needs: '还剩 剩余 还有 剩下 尚有 尚余 另有 余下',
    pattern:
      /(?:还剩|剩余|还有|剩下|尚有|尚余|余下) {0,2}(?:[1-9]\d{0,4}|\*{1,3}|n|x) {0,2}页|(?:还剩|剩余|还有|剩下|尚有|尚余|另有|余下) {0,2}[1-9]\d{0,4} {0,2}[面张p].{0,8}(?:没有?|未|没能?)(?:展示|显示|加载|打开|预览|看|读|翻|摆)/u,
    is: CUT_PREVIEW,
    max: 80,
  },
  {
    needs: '看到的 显示的 展示的 翻看 翻阅 试看 浏览 预览 阅读',
    pattern:
      /(?:看到|看见|显示|展示)的?(?:只|仅|就)?是?(?:文档|文件|本文)?的?前(?:面)?(?:几|[\d一二三四五六七八九十]{1,3}) ?[页面张]|(?:免费|可以|能|只能|可).{0,3}(?:翻看|翻阅|试看|浏览|预览|阅读).{0,4}前面?(?:几|[\d一二三四五六七八九十]{1,3}) ?[页面张]/u,
    is: CUT_PREVIEW,
    max: 80,
  },
  {
    needs:
      '未读 待读 未浏览 超出 最多 只能 仅能 仅可 仅支持 只支持 只可 仅供 只提供 仅提供 仅展示 仅显示 只显示 只展示',
    pattern:
      /^(?!.{0,40}(?:会员|vip)).*?((?<!\d)[1-9]\d{0,3} ?页(?:未读|待读|未浏览)|超出(?:免费|可)?(?:预览|试读)|(?:最多|只能|仅能|仅可|仅支持|只支持|只可|仅供|只提供|仅提供|仅展示|仅显示|只显示|只展示).{0,6}(?:(?:预览|试读|试看).{0,3}(?:前|部分|\d|[一二三四五六七八九十])|(?:阅读|浏览|展示|显示|提供)?.{0,3}(?:前 ?[\d一二三四五六七八九十]{1,3} ?页|部分(?:内容|页面|章节)|\d{1,3} ?页(?:预览|内容)))|(?:仅|只)(?:供|提供|展示|显示).{0,4}(?:预览|试读))/u,
    is: CUT_PREVIEW,
    max: 60,
  },
  {
    needs: '预览 阅览 试看 过长 较长 太长',
    pattern:
      /(?:免费)?(?:预览|阅览)(?:(?:到这里|到这儿|到此)?(?:已经?|就)?(?:结束|完毕|完了|为止)|到此|至此)|(?:预览|试看|阅览)(?:页数|次数|部分|到第).{0,6}(?:用完|结束|上限|页)|(?:部分|不完整|低清|残缺)(?:内容)?预览|预览(?:版|页)?仅(?:展示|显示|为)|(?:内容|文档|文件)(?:过长|较长|太长).{0,8}下载/u,
    is: CUT_PREVIEW,
    max: 60,
  },
  {
    // Who asks for a membership first sells the rest, whatever can be done with it then.
    needs: '下载',
    pattern: new RegExp(
      `^(?!.{0,30}(?:开通|升级|成为|加入|办理|购买).{0,6}(?:会员|vip)).*?(下载.{0,14}${VIEWS}(?:本文|该文|文档)?(?:更多)?${REST}|${VIEWS}(?:更多)?${REST}.{0,10}(?:请)?(?:先|点击|立即|免费|直接)?下载|下载(?!.{0,8}app).{0,8}(?:查看|阅读)(?:更多|完整)(?!答案|回答|评论|文章|范文|精彩))`,
      'u',
    ),
    is: CUT_PREVIEW,
    max: 60,
  },
  {
    needs: '试读 试看 免费',
    pattern:
      /试读(?:已)?(?:结束|完毕|到此|至此|部分|章节)|试看(?:已)?(?:结束|完毕|到此|至此)|免费(?:试读|阅读|部分|内容)(?:已)?(?:结束|到此|至此|完毕)|试读 {0,2}\d/u,
    is: CUT_PAYWALL,
    max: 60,
  },
  {
    needs: '全文 全部 剩余 余下 完整 后续 其余 未读 隐藏 更多内容 未完',
    pattern: new RegExp(
      `(?:${VIEWS}|需要|想要|想看|要看)(?:本文|文章|文档|此文|该文)?(?:的)?${REST}.{0,12}(?:${CONTACT}|${PRICE})|(?:全文|完整版|${REST}|未完).{0,10}(?:请)?(?:加|添加|联系|咨询|私信|扫码|扫描|回复|${PRICE}).{0,16}(?:微信|qq|vx|客服|公众号|${VIEWS}|vip|会员|元)`,
      'u',
    ),
    is: CUT_PAYWALL,
    max: 70,
  },
  {
    needs: '通读 读完 看完 看全 篇幅',
    pattern: new RegExp(
      `(?:通读|读完|看完|看全|想读|要读)(?:原文|全文|全篇|整篇|下文|其余).{0,8}(?:请|加|电|${CONTACT}|${PRICE})|篇幅(?:所限|有限|关系|原因|限制).{0,10}(?:后面|下面|余下|其余|剩余|剩下|后半).{0,6}(?:部分|内容|章节|文字).{0,12}(?:搜索|公众号|微信|领取|下载|${CONTACT}|${PRICE})`,
      'u',
    ),
    is: CUT_PAYWALL,
    max: 80,
  },
  {
    needs:
      '付费 支付 购买 打赏 充值 开通 升级 订阅 会员 vip 积分 金币 登录 登陆 注册 扫码 公众号 微信 客服 回复',
    pattern: new RegExp(
      `(?:付费|支付|购买|打赏|充值|开通.{0,6}|升级.{0,6}|订阅|成为.{0,4}会员|会员|vip).{0,8}(?:后|即可|才能|方可|就能|才可|便可|可)(?:可|以|继续|免费)?(?:${VIEWS}|继续|可见|显示)|(?:登录|登陆|注册|扫码|关注公众号|加微信|添加微信|联系客服|回复).{0,14}(?:后|即可|才能|方可|就能|才可|可)(?:可|以|继续|免费)?(?:(?:${VIEWS}|显示).{0,4}(?:${REST}|隐藏|内容)|可见|继续阅读)`,
      'u',
    ),
    is: CUT_PAYWALL,
    max: 60,
  },
  {
    needs: '内容 部分 章节 正文 本章 专区',
    pattern:
      /(?:以下|此处|剩余|剩下|后续|其余|隐藏|余下|下方|本段|下面|后面).{0,4}(?:内容|部分|章节|正文).{0,10}(?:付费|会员|vip|隐藏|登录|登陆|解锁|收费|购买后|需购买|不可见|可见)|内容(?:已|已经)?(?:被)?(?:作者)?(?:隐藏|锁定|折叠)|(?:订阅|购买|解锁)本章.{0,4}(?:需要?|请|\d)|(?:剩余|其余|余下|全部).{0,4}内容.{0,4}(?:仅|只)(?:对|向|供|限).{0,6}(?:会员|vip|用户)|(?:进入|属于|需要).{0,10}会员专区|(?:不是|非|游客|普通).{0,4}(?:会员|vip|用户).{0,4}(?:只能|仅能|只可|仅可).{0,4}(?:浏览|阅读|查看|看).{0,4}部分(?:内容|章节)/u,
    is: CUT_PAYWALL,
    max: 60,
  },
  {
    needs: '% 付费 支付 会员 vip 收费 专享 解锁 余下全文 未完',
    pattern:
      /(?:付费|会员|vip|收费|专享)(?:内容|可见|专享|专区内容|章节|文章).{0,20}(?:未读|解锁|查看|购买|开通|隐藏|支付)|支付 ?\d{1,4}(?:\.\d{1,2})? ?元.{0,6}(?:阅读|查看|解锁|看)(?:剩余|余下|全文|后续|完整|其余)|(?:剩余|还有|还剩|余下|未读).{0,4}\d{1,2} {0,2}%.{0,6}(?:内容|未读|全文|文字|篇幅|正文)|\d{1,2} {0,2}% {0,2}(?:的)?(?:内容|全文|正文|文字)?(?:未读|未显示|待解锁|需付费|被隐藏)|解锁(?:全文|全部(?!.{0,8}(?:课件|课程|模板|视频|题库|权益|特权|功能|服务|素材))|完整|剩余|后续)|余下全文|(?:本文|全文)未完/u,
    is: CUT_PAYWALL,
    max: 60,
  },
  {
    needs:
      'subscri|to continue|to keep|continue reading|unlock|this article|full article|this story|full story|member|remains|left',
    pattern:
      /subscribe (?:now )?to (?:read|continue|keep reading)|to (?:continue|keep) reading|continue reading with|unlock (?:this|the full|full)|(?:this|full) (?:article|story|content) is (?:for|available to|exclusive to|reserved for) (?:paid |paying )?(?:subscribers|members)|already a (?:subscriber|member)\?|become a member to|members[- ]only content|\d{1,2} ?% of (?:this|the) (?:article|text) (?:remains|left)/u,
    is: CUT_PAYWALL,
    max: 140,
  },
  {
    needs: 'preview|sample|more page|download|sign up to view',
    pattern:
      /(?:this )?preview (?:ends|only|shows)|end of (?:the )?(?:free )?(?:preview|sample)|\d{1,4} (?:more )?pages? (?:left|remaining|not shown)|download (?:the )?(?:full|complete|whole) (?:document|file|text) to|sign up to view the (?:full|rest|complete)/u,
    is: CUT_PREVIEW,
    max: 100,
  },
];

/** Viewers of uploaded files speak of themselves. */
export const VIEWERS: readonly ContainedRule[] = [
  {
    needs: '收益 归上传 会员 用户 网友 作者 上传 可在线 在线 更多相关',
    pattern:
      /下载(?:所得)?收益归|收益(?:全部)?归(?:作者|上传|原作|发布|属)|归上传(?:者|人|用户)所有|由.{0,12}(?:会员|用户|网友|作者|上传者).{0,10}(?:上传|分享|提供|投稿|发布).{0,40}(?:在线阅读|在线|更多|下载|搜索|分享|$)|可在线(?:阅读|预览|浏览)|免费在线(?:阅读|预览)|更多相关(?:内容|文档|资源|资料).{0,16}(?:在|请|搜索|上)/u,
    is: VIEWER,
    max: 160,
  },
  {
    needs:
      '下载 积分 资源 文档 文件大小 文件格式 侵权申诉 文库币 版权说明 版权提示 文献 体积 篇幅 文件量 总页',
    pattern:
      /(?:^|[ |])(?:文件|文档)?(?:体积|篇幅|文件量|总页数?):? ?\d{1,5}(?:\.\d{1,2})? ?(?:[km]b?|p|页|张)?(?:[ |]|$)|(?:下载|所需|文档)(?:积分|金币|学币|点数|费用|价格|券)|(?:资源|文档|文件)(?:id|编号|大小|格式|页数|类型)(?= ?[:|\d]| (?:docx?|pdf|pptx?|xlsx?|txt|word)(?![a-z]))|^(?:资源|文档|文件)(?:大小|页数|编号|id)$|侵权申诉|举报(?:此|本)?文档|下载(?:本|此|该)?(?:文档|文件|资源|原文件)|文库币|版权说明:|版权提示|(?:本|此|该)(?:文档|文献|资源).{0,6}(?:由|为|系)(?:用户|会员|网友|上传)|此文(?:献|档)不代表/u,
    is: VIEWER,
    max: 160,
  },
  {
    // what a viewer says of its own rendering
    needs: '预览 阅读器 office wps 下载后',
    pattern:
      /预览.{0,12}(?:错乱|异常|乱码|失真|显示不全)|(?:需要|需|请).{0,8}安装.{0,12}(?:office|wps|pdf|阅读器)|下载后.{0,6}(?:无此问题|正常显示|可正常|不影响)/u,
    is: VIEWER,
    max: 120,
  },
  {
    needs: '登录 登陆',
    pattern:
      /^(?:您)?已(?:经)?(?:是|有|开通)(?:vip|svip|会员|账号|帐号).{0,4}(?:请|立即|点击|马上)?登[录陆]/u,
    is: lineClass('login', 'edge'),
    max: 30,
  },
];
