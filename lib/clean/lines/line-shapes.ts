import { CHROME_WORDS } from './chrome-words.ts';
import { type LineClass, lineClass, type Shape } from './line-class.ts';
import { SITE_SHAPES } from './site-shapes.ts';
import { WIDGET_SHAPES } from './widget-shapes.ts';

const ROLE =
  '(?:责任|值班|实习|见习|执行|新媒体|视频|图片)?(?:编辑|校对|审核|审校|编审|监制|策划|统筹|主编|责编|美编|记者|通讯员|摄影|撰文|采写)';
const PEOPLE = '\\p{Script=Han}{2,4}(?:[ ,、&]{1,3}\\p{Script=Han}{2,3}(?= |,|、|&|$)){0,4}';
/** Roles with names, nothing else; a medium may stand before its reporters. */
const CREDITS = new RegExp(
  `^(?:${ROLE}[ :/|]{1,3}${PEOPLE}[ |;]{0,3}){1,5}$|^\\(${ROLE}[ :/|]{1,3}${PEOPLE}\\)$|^\\p{Script=Han}{2,10}(?:见习|实习|特约)?(?:记者|通讯员) ${PEOPLE}$`,
  'u',
);

const SHAPES: readonly Shape[] = [
  ...WIDGET_SHAPES,
  ...SITE_SHAPES,
  {
    // 看过本文的人还看了, 喜欢此内容的人还喜欢
    pattern:
      /^(?:看了|看过|读了|读过|浏览了|浏览过|喜欢|购买|下载|阅读|关注).{0,40}?的?(?:人|网友|用户|读者|朋友|同学)(?:们)?.{0,4}(?:还|也|正在)(?:在)?(?:看|读|浏览|喜欢|下载|关注|搜|阅读)/u,
    is: lineClass('related', 'anywhere', 'section'),
    max: 80,
  },
  {
    // 本帖最后由 某某 于 2013-5-7 08:10 编辑
    pattern:
      /^\[? ?(?:(?:本帖|此帖|该帖)最后由|本主题由|本贴由|此帖(?:于|由)|\[本帖|last edited by|edited by).{1,80}(?:编辑|加入|设置|移动|处理|推荐|高亮|置顶|关闭|\d)/u,
    is: lineClass('metadata', 'anywhere'),
    max: 140,
    anyScript: true,
  },
  {
    // 查看: 3321|回复: 12; 参与人数 2 金钱 +10; 帖子 116
    pattern:
      /^(?:(?:查看|回复|浏览|帖子|主题|积分|精华|金币|金钱|威望|听众|好友|注册时间|在线时间|阅读权限|最后登录|参与人数|评分理由|贡献|魅力|经验)[: ]{1,3}[+-]?[\d-]{1,12}(?: ?(?:小时|天|点|枚|分|人|篇|次|级))?[ |,]{0,4}){1,8}$/u,
    is: lineClass('navigation', 'edge'),
    max: 120,
  },
  {
    // （责任编辑：某某）
    pattern:
      /^[[(【]{0,2} ?(?:责任编辑|责编|本文编辑|编辑|校对|审核|审校|监制|值班编委|撰稿|撰文|采写|执笔|作者|来源|稿源|信息来源|文章来源|稿件来源|资料来源|供稿|通讯员|录入|文\/|图\/|摄影)(?: ?[:/|] ?|(?<=\/)).{1,40}[\])】]{0,2}$/u,
    is: lineClass('metadata', 'edge'),
    max: 60,
  },
  {
    // 编辑 林小芹 校对 何平; 岚溪晚报记者 王小五
    pattern: CREDITS,
    is: lineClass('metadata', 'edge'),
    max: 80,
  },
  {
    // （综合整理自岚溪晚报、渡口网等）
    pattern: /^\((?:本文|内容)?(?:综合|编译|摘编)?(?:整理|编译|摘编|转载)?自.{2,60}\)$/u,
    is: lineClass('metadata', 'edge'),
    max: 70,
  },
  {
    // （原标题：渡口的桥修好了）, 本文原题为《渡口》
    pattern: /^[[(【]?(?:本文)?原(?:文)?(?:标题|题目|题)(?: ?: ?|为? ?(?=[《“"])).{2,90}$/u,
    is: lineClass('metadata', 'anywhere'),
    max: 110,
  },
  {
    // 点击进入专题：, 点击进入“渡口青年”>>, 返回岚溪网首页>>
    pattern:
      /^(?:点击|点此|戳此)(?:这里)?(?:进入|查看|观看|阅读|收听).{0,24}(?:>{1,3}|»|(?:专题|专区|直播间) ?:?)$|^返回.{1,10}(?:首页|列表|频道)? ?(?:>{1,3}|»)$/u,
    is: lineClass('promotion', 'anywhere'),
    max: 40,
  },
  {
    // 相关资讯请关注：渡口专区
    pattern:
      /^(?:相关|更多)(?:资讯|内容|攻略|新闻|报道|信息)(?:请|敬请)(?:关注|访问|点击) ?:? ?.{1,16}$/u,
    is: lineClass('promotion', 'edge'),
    max: 40,
  },
  {
    // 更多粉丝福利扫描二维码关注
    pattern:
      /^.{0,40}(?:更多|福利|第一时间|最新).{0,16}扫(?:描|一扫)?(?:下方|上方|右侧)?二维码(?:关注|下载|订阅|加入).{0,24}$/u,
    is: lineClass('subscribe', 'edge'),
    max: 80,
  },
  {
    // 1、回复【社保】查询缴费记录; 点击菜单栏【便民服务】
    pattern:
      /^(?:\d{1,2}[、.)] ?)?(?:在?(?:后台|公众号|对话框))?(?:内)?回复[“"「【[].{1,14}[”"」】\]].{0,6}(?:查看|查询|获取|领取|即可|看|收到).{0,20}$|^点击(?:下方|底部|左下)?菜单栏?[“"「【[][^-–—>→]{1,24}$/u,
    is: lineClass('promotion', 'anywhere'),
    max: 50,
  },
  {
    // （点击查看更多三年级作文）, [相关推荐：某某]
    pattern:
      /^[[(【].{0,20}(?:点击|查看|浏览|阅读).{0,4}更多.{0,30}[\])】]$|^[[(【](?:相关|推荐|延伸|扩展)(?:推荐|阅读|文章|链接|作文|范文|新闻|报道|报导|资讯|视频|影片) ?:.{1,50}[\])】]$/u,
    is: lineClass('promotion', 'anywhere'),
    max: 70,
  },
  {
    // IMG_2031.jpg (188.4 KB, 下载次数: 3); 下载附件 (84.2 KB)
    pattern:
      /^\[?[\w\p{Script=Han}() .-]{1,60}\.(?:jpe?g|png|gif|bmp|webp)\]?(?: ?\([\d.]{1,8} ?[kmg]b?(?:, .{1,30})?\))?$|^(?:下载|查看)(?:附件|原图|图片) {0,2}\([\d.]{1,8} ?[kmg]b?(?:, .{1,30})?\)$|^\[ ?\]$/u,
    is: { ...lineClass('boilerplate', 'anywhere'), sure: true },
    max: 100,
    anyScript: true,
  },
  {
    // — END —
    pattern: /^[-—–_*=~·• ]{0,12}(?:the )?end[-—–_*=~·• ]{1,12}$/u,
    is: { ...lineClass('boilerplate', 'anywhere'), sure: true },
    max: 40,
    anyScript: true,
  },
  {
    // 【点击查看】胃食管反流病的治疗; 相关报道：三问打车难
    pattern:
      /^(?:(?:>{1,3}|[▶►▸☞◆]) ?)?(?:[【[](?:点击(?:查看|阅读)|相关(?:阅读|文章|新闻|报道|推荐)|推荐阅读|延伸阅读|扩展阅读)[】\]] ?:?|(?:相关(?:新闻|报道|阅读|文章)|推荐阅读|延伸阅读):) ?[^。！？]{4,50}$/u,
    is: lineClass('related', 'anywhere'),
    max: 80,
  },
  {
    // 猜你想问：腿抽筋吃什么钙片好？
    pattern:
      /^(?:猜[你您](?:还)?(?:想问|想看|想知道|喜欢|感兴趣)|(?:大家|别人|网友)(?:都|还|也)在(?:问|搜|看)|相关(?:问题|问答|提问)) ?: ?.{4,100}$/u,
    is: { ...lineClass('related', 'anywhere'), sure: true },
    max: 120,
  },
  {
    // [6]赞一个 [7]收入诗囊 [8]写评语: buttons as a console browser writes them
    pattern: /^(?:\[\d{1,3}\][^[\]。，；]{1,8}(?: |$)){2,20}$/u,
    is: { ...lineClass('navigation', 'anywhere'), sure: true },
    max: 240,
    anyScript: true,
  },
  {
    // 本页面最后修订于2020年11月22日 (日) 08:07。
    pattern: /^(?:本页面|本页|此页|本条目|本词条|此页面)最后(?:修订|修改|编辑|更新)(?:于|时间|:)/u,
    is: { ...lineClass('metadata', 'anywhere'), sure: true },
    max: 60,
  },
  {
    // function setFont(n){document.getElementById("zw").style.fontSize=n+"px";}
    pattern:
      /^(?:function \w{1,30} ?\(|var \w{1,30} ?=|document\.|window\.|\$\().{0,120}(?:document\.(?:getelementbyid|write|queryselector)|window\.(?:_bd|open|location)|\.style\.|\.innerhtml).{0,160}[;})]$/u,
    is: lineClass('boilerplate', 'anywhere'),
    max: 300,
    anyScript: true,
  },
  {
    // 按一下以分享至 Facebook（在新視窗中開啟）
    pattern: /[(（](?:在新(?:视窗|窗口|窗|分页|标签页)中?(?:开启|打开)|opens in new window)[)）]$/u,
    is: lineClass('share', 'anywhere'),
    max: 80,
    anyScript: true,
  },
  {
    // 运行环境: Win9x/NT/2000/XP/; 推荐星级: ★★★★; 下载统计: 本日:3 本周:17
    pattern:
      /^(?:运行环境|运行平台|推荐星级|推荐等级|下载统计|软件(?:大小|语言|类别|类型|性质|等级)|课件(?:大小|类型|等级|版本)|授权方式|解压密码|资料(?:大小|等级)|文件(?:大小|类型)|更新时间|下载次数|下载点数|所需点数) ?[:\t]/u,
    is: lineClass('download-prompt', 'edge'),
    max: 80,
  },
  {
    // 附件: 采访提纲.rar (下载 55 次)
    pattern:
      /^(?:附件|附件下载|下载附件|attachments?)\d{0,2} ?:? ?.{0,80}\.(?:docx?|xlsx?|pdf|rar|zip|7z|pptx?|wps|et|ofd|txt)(?![a-z]).{0,40}$/u,
    is: lineClass('download-prompt', 'edge'),
    max: 160,
    anyScript: true,
  },
];

const ANY_SCRIPT = SHAPES.filter(({ anyScript }) => anyScript);

/** The class of a folded line by its shape; null for any other line. */
export function classifyShape(line: string, isChinese: boolean): LineClass | null {
  for (const { pattern, is, max } of isChinese ? SHAPES : ANY_SCRIPT) {
    if (line.length <= max && pattern.test(line)) return is;
  }
  return null;
}

const HOME = /^(?:网站)?(?:首页|主页|home)$/u;
const HAN = /\p{Script=Han}/u;
const BLANKS = /[ |·/]+/u;
const LEAST_ENTRIES = 4;
const LONGEST_ENTRY = 6;

/** 首页 总结 计划 报告: a menu begins at home, or says 登录 among short names. */
export function classifyMenu(line: string): LineClass | null {
  if (line.length > 160 || !BLANKS.test(line) || !HAN.test(line)) return null;
  const entries = line.split(BLANKS).filter((entry) => entry !== '');
  if (entries.length < LEAST_ENTRIES || entries.some((entry) => entry.length > LONGEST_ENTRY)) {
    return null;
  }
  const known = entries.filter((entry) => CHROME_WORDS.has(entry)).length;
  return known >= 2 || HOME.test(entries[0] ?? '') ? lineClass('navigation', 'edge') : null;
}
