import { CHROME_WORDS } from './chrome-words.ts';
import { type LineClass, lineClass } from './line-class.ts';

/** Shapes of lines that no list of phrases can hold. */
interface Shape {
  readonly pattern: RegExp;
  readonly is: LineClass;
  readonly max: number;
}

const SHAPES: readonly Shape[] = [
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
      /^[[(【]{0,2} ?(?:责任编辑|责编|本文编辑|编辑|校对|审核|审校|监制|值班编委|撰稿|作者|来源|稿源|信息来源|文章来源|稿件来源|供稿|通讯员|录入|文\/|图\/|摄影)(?: ?[:/|] ?|(?<=\/)).{1,40}[\])】]{0,2}$/u,
    is: lineClass('metadata', 'edge'),
    max: 60,
  },
  {
    // （点击查看更多三年级作文）, [相关推荐：某某]
    pattern:
      /^[[(【].{0,20}(?:点击|查看|浏览|阅读).{0,4}更多.{0,30}[\])】]$|^[[(【](?:相关|推荐|延伸|扩展)(?:推荐|阅读|文章|链接|作文|范文|新闻) ?:.{1,50}[\])】]$/u,
    is: lineClass('promotion', 'anywhere'),
    max: 70,
  },
  {
    // 附件: 采访提纲.rar (下载 55 次)
    pattern:
      /^(?:附件|附件下载|下载附件|attachments?)\d{0,2} ?:? ?.{0,80}\.(?:docx?|xlsx?|pdf|rar|zip|7z|pptx?|wps|et|ofd|txt)(?![a-z]).{0,40}$/u,
    is: lineClass('download-prompt', 'edge'),
    max: 160,
  },
];

/** The class of a folded line by its shape; null for any other line. */
export function classifyShape(line: string): LineClass | null {
  return SHAPES.find(({ pattern, max }) => line.length <= max && pattern.test(line))?.is ?? null;
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
