import { type LineClass, lineClass } from './line-class.ts';

/** Words that give a frame line away wherever they stand in it. */
export interface ContainedRule {
  readonly pattern: RegExp;
  readonly is: LineClass;
  /** Longer lines are prose about the matter. */
  readonly max: number;
}

const CUT_PAYWALL: LineClass = { ...lineClass('paywall', 'anywhere'), claim: 'paywall' };
const CUT_PREVIEW: LineClass = {
  ...lineClass('download-prompt', 'anywhere'),
  claim: 'preview',
  viewer: true,
};
const VIEWER: LineClass = { ...lineClass('download-prompt', 'edge'), viewer: true };

const REST = '(?:全文|全部内容|全部|剩余|余下|完整|后续|其余|未读|隐藏内容|下文|更多内容)';
const PRICE =
  '(?:付费|支付|购买|打赏|充值|开通|升级|订阅|会员|vip|svip|积分|金币|学币|下载券|文库币)';
const ACCESS = '(?:查看|阅读|浏览|继续|解锁|获取|观看|下载|可见|显示|看全文)';

/** The rest is withheld: what walls and viewers call it. */
const CLAIMS: readonly ContainedRule[] = [
  {
    pattern: /(?:还剩|剩余|还有|剩下) {0,2}(?:[1-9]\d{0,4}|\*{1,3}|n|x) {0,2}页/u,
    is: CUT_PREVIEW,
    max: 80,
  },
  {
    pattern:
      /\d页(?:未读|待读|未浏览)|超出(?:免费|可)?预览|(?:最多|只能|仅能|仅可|仅支持|只支持|只可|仅供|只提供|仅提供|仅展示|仅显示|只显示|本次).{0,6}(?:预览|试读|阅读|浏览|展示|显示).{0,3}(?:前|部分|\d|[一二三四五六七八九十]).{0,4}(?:页|内容|部分)?/u,
    is: CUT_PREVIEW,
    max: 60,
  },
  {
    pattern:
      /(?:免费)?(?:预览|阅览)(?:已)?(?:结束|完毕|到此|至此|完了)|(?:预览|试看|阅览)(?:页数|次数|部分).{0,6}(?:用完|结束|上限)|(?:文档|文件|资料|全文|预览)?为?(?:部分|不完整|低清|残缺)(?:内容)?预览|预览(?:版|页)?仅(?:展示|显示|为)|(?:内容|文档|文件)(?:过长|较长|太长|未完).{0,8}下载/u,
    is: CUT_PREVIEW,
    max: 60,
  },
  {
    pattern: new RegExp(
      `下载.{0,8}(?:文档|文件|原文|资料|后|完整版|word|pdf|源文件)?.{0,6}(?:查看|阅读|浏览|获取|获得|看|可见)${REST}`,
      'u',
    ),
    is: CUT_PREVIEW,
    max: 60,
  },
  {
    pattern: new RegExp(
      `(?:查看|阅读|浏览|获取|需要|想看)(?:更多)?${REST}.{0,10}(?:请)?(?:先|点击|立即|免费|直接)?下载`,
      'u',
    ),
    is: CUT_PREVIEW,
    max: 60,
  },
  {
    pattern:
      /试读(?:已)?(?:结束|完毕|到此|至此|部分|章节)|试看(?:已)?(?:结束|完毕)|免费(?:试读|阅读|部分|内容)(?:已)?(?:结束|到此|至此|完毕)|试读 {0,2}\d/u,
    is: CUT_PAYWALL,
    max: 60,
  },
  {
    pattern: new RegExp(
      `${REST}.{0,12}(?:加|添加|联系|咨询|关注|扫码|扫描|请|需|回复|登录|登陆|私信|${PRICE})`,
      'u',
    ),
    is: CUT_PAYWALL,
    max: 60,
  },
  {
    pattern: new RegExp(
      `(?:${PRICE}|登录|登陆|注册|扫码|关注公众号|加微信|添加微信|联系客服|回复).{0,14}(?:后|即可|才能|方可|就能|可|才可|便可)(?:可|以|继续|免费)?${ACCESS}`,
      'u',
    ),
    is: CUT_PAYWALL,
    max: 60,
  },
  {
    pattern: new RegExp(
      `(?:以下|此处|剩余|剩下|后续|其余|隐藏|余下|下方|本段|部分|下面|后面|更多).{0,4}(?:内容|部分|章节|文字|正文).{0,10}(?:${PRICE}|隐藏|登录|登陆|解锁|收费|仅限|可见|不可见)`,
      'u',
    ),
    is: CUT_PAYWALL,
    max: 60,
  },
  {
    pattern:
      /(?:付费|会员|vip|收费|专享)(?:内容|可见|专享|专区内容|章节|阅读内容|文章).{0,20}(?:未读|解锁|查看|购买|开通|隐藏)|(?:剩余|还有|余下|未读).{0,4}\d{1,2} {0,2}%|\d{1,2} {0,2}% {0,2}(?:的)?(?:内容|全文|部分)?(?:未读|未显示|待解锁|需付费|被隐藏)|内容(?:已|已经)?(?:被)?(?:作者)?(?:隐藏|锁定|折叠)|解锁(?:全文|全部|完整|剩余|后续)|余下全文|本文未完|(?:全文|文章|正文)(?:共|约).{0,8}字.{0,12}(?:付费|购买|会员|解锁|剩余)/u,
    is: CUT_PAYWALL,
    max: 60,
  },
  {
    pattern:
      /subscribe (?:now )?to (?:read|continue|keep reading)|to (?:continue|keep) reading|continue reading with|unlock (?:this|the full|full)|(?:this|full) (?:article|story|content) is (?:for|available to|exclusive to|reserved for) (?:paid |paying )?(?:subscribers|members)|already a (?:subscriber|member)\?|become a member to|members[- ]only content|\d{1,2} ?% of (?:this|the) (?:article|text) (?:remains|left)/u,
    is: CUT_PAYWALL,
    max: 140,
  },
  {
    pattern:
      /preview (?:ends|only)|end of (?:the )?(?:free )?(?:preview|sample)|\d+ (?:more )?pages? (?:left|remaining|not shown)|download (?:the )?(?:full|complete|whole) (?:document|file|text) to/u,
    is: CUT_PREVIEW,
    max: 100,
  },
];

/** Viewers of uploaded files speak of themselves. */
const VIEWERS: readonly ContainedRule[] = [
  {
    pattern:
      /下载(?:所得)?收益归|收益(?:全部)?归(?:作者|上传|原作|发布)|归上传(?:者|人|用户)所有|由.{0,12}(?:会员|用户|网友|作者|上传者).{0,10}(?:上传|分享|提供|投稿|发布).{0,40}(?:在线阅读|在线|更多|下载|搜索|分享|$)|可在线(?:阅读|预览|浏览)|免费在线(?:阅读|预览)|更多相关(?:内容|文档|资源|资料).{0,16}(?:在|请|搜索|上)/u,
    is: VIEWER,
    max: 160,
  },
  {
    pattern:
      /(?:下载|所需|文档)(?:积分|金币|学币|点数|费用|价格|券)|(?:资源|文档|文件|资料)(?:id|编号|大小|格式|页数|类型)|侵权申诉|举报(?:此|本)?文档|下载(?:本|此|该)?(?:文档|文件|资源|原文件)|文库币|下载券|版权说明:|版权提示|(?:本|此|该)(?:文档|文献|资源).{0,6}(?:由|为|系)(?:用户|会员|网友|上传)|此文(?:献|档)不代表/u,
    is: VIEWER,
    max: 160,
  },
];

/** The site speaks of its rights, its duties and its neighbours. */
const STATEMENTS: readonly ContainedRule[] = [
  {
    pattern:
      /(?:不|并不|不一定)代表(?:本|我)(?:站|网|平台|公众号|人)|与(?:本站|本网|本平台)(?:立场|观点)?无关|本(?:站|网|平台|网站)(?:仅|只)(?:提供|作为|是)|(?:互联网|网络|网友|用户|会员)(?:用户)?(?:自发|自行)?(?:贡献|上传|投稿)(?:,|而来|提供|发布)|来(?:源|自)于?(?:网友|网络用户|会员|用户)(?:的)?(?:上传|投稿|分享|提供|整理)|信息存储空间|若需要原创|咨询客服/u,
    is: lineClass('disclaimer', 'anywhere'),
    max: 300,
  },
  {
    pattern:
      /版权(?:归|属于?|为)?(?:原?作者|本站|本网|本刊|原网站|原载|其合法|原著)|侵(?:犯|权|害).{0,24}(?:删除|处理|联系|告知|通知|举报|发函|邮件|发送|来信|来函|撤下)|涉及(?:侵权|版权)|转载(?:请|须|需|时|务必|文章).{0,10}(?:注明|标明|保留|联系|授权)|(?:请|须|需)注明(?:来自|出处|来源|转自|本文)|(?:未经|如需).{0,8}(?:授权|许可|转载|同意).{0,14}(?:转载|复制|摘编|请联系|镜像)|欢迎转载|文责自负|仅代表(?:作者|其|原作者)(?:本人|个人)?(?:观点|立场)?|(?:本文|文章|内容|资料|范文|本站|网|文档).{0,60}(?:仅供|供|以供)(?:您|大家|网友|各位)?(?:学习|参考|交流|阅读|借鉴)|(?:来源|源自|摘自|转自|转载自)(?:于)?(?:互联网|网络)|(?:免责|版权|特别|郑重|重要|本站|网站|本文|文章)声明|真实性(?:不作|负责|概不)|投稿邮箱|不承担.{0,10}(?:责任)/u,
    is: lineClass('disclaimer', 'edge'),
    max: 300,
  },
  {
    pattern:
      /版权所有|copyright|©|\(c\) ?(?:19|20)\d\d|all rights reserved|icp ?[备证]|备案(?:号|证)|公网安备|技术支持:|主办(?:单位)?:|承办(?:单位)?:|网站标识码|powered by|站长(?:信箱|邮箱|统计)|站务 ?(?:qq|:)|网站地图|联系(?:电话|方式|我们|邮箱):|客服(?:电话|热线|qq|邮箱)|举报(?:电话|邮箱)|增值电信|经营许可证|privacy policy|terms of (?:use|service)|cookie policy|back to top/u,
    is: lineClass('footer', 'edge'),
    max: 220,
  },
  {
    pattern:
      /(?:加|添加|联系)(?:客服|站长|管理员|老师|小编|本站)?(?:的)?(?:微信|qq|vx|v信|wx)|客服.{0,6}(?:微信|qq|找资料|老师)|(?:微信|qq|vx)(?:号|咨询|客服)?:? ?[a-z0-9_*-]{4,}|微信(?:咨询|二维码|客服)|代写(?:服务|文章|论文|范文)?|代找(?:资料|文章)|代查|人工(?:代写|客服)|原创(?:代写|定制)|工作时间:? ?\d|扫码(?:添加|咨询|加|进群)|(?:加|进)(?:微信|qq)?群/u,
    is: lineClass('promotion', 'edge'),
    max: 120,
  },
  {
    pattern:
      /(?:单篇|单独|立即|马上|点击)(?:购买|下载|开通|升级|充值)|会员(?:免费|专享|下载)|(?:升级|开通|加入)(?:会员|vip)|已(?:经)?购买\?|\d(?:\.\d{1,2})? ?元.{0,8}(?:购买|下载|解锁|阅读|支付)|vip(?:会员|下载|免费)/u,
    is: lineClass('paywall', 'edge'),
    max: 80,
  },
];

/** The site recommends itself in a line of its own. */
const PROMOTIONS: readonly ContainedRule[] = [
  {
    pattern:
      /(?:更多|其他|其它|想(?:要)?(?:了解|看|查看|知道)).{0,40}(?:请|敬请|可以?|欢迎|尽在|就在|就上|可)(?:大家)?(?:继续)?(?:点击|访问|关注|浏览|登录|登陆|查看|进入|参考|阅读|搜索|收藏|到|上|来|尽在)|尽在.{1,16}(?:网|站|文库|频道|栏目)/u,
    is: lineClass('promotion', 'anywhere'),
    max: 100,
  },
  {
    pattern:
      /(?:小编|本站|本网|我们|编者|网站|笔者|编辑|网).{0,12}(?:为|给|帮|替)(?:大家|您|你|各位|网友|考生|同学).{0,8}(?:整理|收集|准备|带来|分享|搜集|精心|提供|推荐|介绍|汇总)|由.{1,16}(?:网|站|文库|小编).{0,4}(?:整理|提供|收集|编辑|发布|分享|编写)|(?:下面|以下|接下来|今天|一起来|这里).{0,4}(?:是|为|就是|让|由)?.{0,4}(?:小编|本站|本网|编者).{0,60}|以上(?:就|便|内容|即|全部)?(?:是|为).{0,40}(?:小编|本站|本网|为(?:大家|您|你)|全部内容|的(?:全部|所有|相关)(?:内容|介绍)|由.{0,16}(?:网|站)(?:整理|提供|收集))/u,
    is: lineClass('promotion', 'anywhere'),
    max: 140,
  },
  {
    pattern:
      /(?:百度|搜狗|360|谷歌|google|浏览器)(?:一下|搜索|中搜索|里搜索|搜)[“"《「].{1,24}[”"》」]|记住本站|收藏本站|本站(?:网址|域名)|本文(?:来自|来源|由|转自|摘自|选自|出自|出处|地址|链接|网址|标题|原文|转载)(?:于|自)?.{0,4}[:.]?.{0,60}(?:网|站|www|http|文库|论坛|网友|编辑|整理|提供|公众号)/u,
    is: lineClass('promotion', 'anywhere'),
    max: 120,
  },
];

export const CONTAINED_RULES: readonly ContainedRule[] = [
  ...CLAIMS,
  ...STATEMENTS.slice(0, 1),
  ...VIEWERS,
  ...PROMOTIONS,
  ...STATEMENTS.slice(1),
];
