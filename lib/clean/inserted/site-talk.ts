import { BAIT, KINDS } from './genre-words.ts';
import { HOST, NAME } from './mask-site.ts';
import { type Shape, SITE_WORD } from './shape.ts';

/** Name or address of the site, or both. */
const N = `[${NAME}]{2,40}${SITE_WORD}`;
const S = `[${NAME}${HOST}]`;
const SITE = `(?:来源|来自|出处|选自|摘自)?[:： ]{0,2}${S}{2,60}(?:[\\s:：、·|/\\-—_★☆■●（(\\[【]{0,3}${S}{2,60}[）)\\]】]?){0,3}`;
const CLAUSE = '(?<=^|[，。；！？：、”）,;!?:）)…])';
/** What a sentence goes on with, or the end of the line. */
const ON = '(?=\\s?[\\p{sc=Han}“《\\d]|\\s*$)(?!\\s?[的地得了过是])';
const CLAIM =
  '(?:原创首发|原创投稿|独家首发|独家提供|独家整理|独家|原创|首发|版权必究|版权所有|翻版必究|侵权必究|收集整理|整理发布|整理编辑|整理|编辑|收集|提供|分享|上传|发布|投稿|出品|欢迎您|欢迎访问|请勿转载|禁止转载|转载请注明)';
/** What a site says of itself and to its reader. */
const BOASTS =
  '(?:帮您|为您|助您|您的|让您|陪您|伴您|帮你|最专业|最全|最大|最好|最权威|海量|好帮手|小助手|首选|应有尽有|一站式|免费|天天更新|每日更新|十万|百万|千万|第一站|第一平台)';
const PLACE =
  '(?:平台|网站|门户|基地|家园|社区|之家|好帮手|小助手|专家|首选|大全|资源库|宝库|乐园)';
const SAID = '[^。！？；!?;\\ue000\\ue001\\n]';

/** How a site that is named speaks of itself inside somebody's sentences. */
export const SITE_TALK: readonly Shape[] = [
  // [某 某 网], {example.com}, (某某APP内查看完整图片), ★某某：文秘的好帮手★
  {
    pattern: `(?<=^|[，。；！？：、“”）,;!?:）)…]|(?<=\\p{sc=Han})(?=[（(【\\[{｛〔〖<★☆※◆●■~]{1,3} ?[${NAME}]))[（(【\\[{｛〔〖<★☆※◆●■~‖∥&#|—-]{1,3} ?(?:${SITE}|${SITE} ?(?:app|客户端|小程序|公众号|小编|网|-|—|:|：)[^。！？；，!?;,\\ue000\\ue001]{0,16}|[\\p{sc=Han}]{2,8} ${SITE}|${SITE} [\\p{sc=Han}]{2,8}) ?[）)】\\]}｝〕〗>★☆※◆●■~‖∥&#|—-]{1,3}(?=\\s?[\\p{sc=Han}“《\\d，。]|\\s*$)`,
  },
  // 某某★www.example.com★
  { pattern: `${CLAUSE}${N}[★☆※◆●■~|]{1,2}${S}{4,60}[★☆※◆●■~|]{0,2}${ON}` },
  // 某某网 www.example.com with blanks inside, 来源:Example.com[某+某-网]
  { pattern: `${CLAUSE}(?:[\\p{sc=Han}]{2,12} )?${N}[ 　]{0,2}[${HOST}]{4,60}${ON}` },
  { pattern: `(?:来源|来自|出处)[:：] ?[${HOST}]{4,60}[（(\\[【]${N}[）)\\]】]${ON}` },
  // 初读课文某 某 某 www.exam ple.com, behind the words of a heading
  {
    pattern: `(?<=\\p{sc=Han})(?<![录陆问开击入在到由向从是和与及对给叫为被把让看上注找用去])${N}[ 　]{1,2}[${HOST}]{6,60}${ON}`,
  },
  // 某某（example.com）原创投稿, 某某原创首发 版权必究
  { pattern: `${CLAUSE}${SITE}(?:[ 　]?${CLAIM}){1,4}(?:[ 　]${CLAIM}){0,2}${ON}`, least: 'proof' },
  { pattern: `${CLAUSE}${SITE}${CLAIM}(?:[ 　]${CLAIM}){1,2}${ON}` },
  { pattern: `${CLAUSE}${N}[（(]${S}{4,60}[）)](?:${CLAIM}|小编推荐){0,2}${ON}` },
  // 某某网，帮您写好每一篇心得！ 某某网-最专业的下载平台
  { pattern: `${CLAUSE}${N}[，,：: ]${SAID}{0,16}${BOASTS}${SAID}{0,16}[！!~]` },
  {
    pattern: `${CLAUSE}${N} ?[-—–~|]{1,2} ?${SAID}{0,16}${BOASTS}[^。！？；，!?;,\\ue000\\ue001]{0,12}?${PLACE}${ON}`,
  },
  {
    pattern: `${CLAUSE}${N}(?:小编)?(?:温馨|友情)?(?:提醒|提示)(?:您|你|大家|广大)${SAID}{2,40}[。！!](?=\\s*$)`,
  },
  // 某某专家1对1咨询，点击进入>>
  {
    pattern: `${CLAUSE}${N}${SAID}{0,24}(?:点击|点此|进入|查看)${SAID}{0,8}?(?:>{2,}|》{2,}|»|→|↓)${ON}`,
  },
  // 以上内容由某某独家提供, 您正在浏览的文章是由某某整理，
  {
    pattern: `${CLAUSE}(?:以上|本|此)?(?:内容|文章|资料|范文|文)?(?:是|均|皆)?(?:由|来自|来源于?|转自|摘自|出自)[:：]?${SITE}(?:网站?)?(?:[ 　]?${CLAIM}){1,4}[。！]?(?=\\s*$)`,
  },
  {
    pattern: `${CLAUSE}(?:您|你)(?:现在|正在)?(?:浏览|阅读|查看|观看|收看)的?(?:这篇|本)?(?:文章|内容|范文|资料|页面|作文)?(?:是)?(?:由|来自|来源于)${SITE}(?:网站?)?${CLAIM}{0,3}(?:[，,。！!]|${ON})`,
  },
  // 本合同由某某网提供下载, 完整讲话稿请到某某网example.com搜索查看。
  {
    pattern: `${CLAUSE}(?:本|此|该|这篇)?${KINDS}?由${SITE}(?:提供|整理|收集|发布|上传)(?:下载|发布|编辑)?${ON}`,
    least: 'proof',
  },
  {
    pattern: `${CLAUSE}(?:完整|全部|更多|其他)[^，。；！？,;!?\\ue000\\ue001]{0,12}(?:请|可以|可)(?:到|上|去|在|登录|访问|前往)${SITE}(?:搜索|查看|下载|阅读|浏览|获取){1,3}(?:[。！!]|${ON})`,
  },
  { pattern: `${CLAUSE}${N}(?:全体|小编)?(?:同仁)?祝(?:您|你|大家|各位)${SAID}{2,14}[！!]` },
  {
    pattern: `${CLAUSE}(?:国内|全国)?最(?:好|大|全|专业|权威)的${SAID}{0,8}?[：:—-]{0,2}${SITE}${ON}`,
  },
  // 找公文，到某某网。 免费下载试卷 就上某某网
  {
    pattern: `${CLAUSE}(?:[找看查写要学搜做]|下载|免费|想看|想写|欢迎)?[^，。；！？,;!?:：\\ue000\\ue001]{0,12}[，, 　](?:就|请|快|尽管|只要)?(?:上|来|到|找|搜|认准|首选|尽在)${SITE}(?:[。！!]|${ON})`,
  },
  // 百度搜索“某某网”，找资料就是快！
  {
    pattern: `${CLAUSE}(?:百度|搜狗|微信|手机)?(?:一下|搜一搜|搜索?|搜索一下)[“"「【《 ]{0,2}${SITE}[”"」】》 ]{0,2}(?:[，,]${SAID}{2,16}(?:[！!]|。(?=\\s*$))|[！!。](?=\\s*$))`,
  },
  {
    pattern: `(?:更多|更多精彩)${SAID}{0,16}(?:请?(?:访问|登录|关注|上|到)|尽在|就在)${SITE}(?:[。！!]|${ON})`,
  },
  // 某某网 春耕讲话稿, 某某网 教案下载: a keyword behind the name and a blank
  { pattern: `${N}[ 　]{1,2}[\\p{sc=Han}\\d]{2,14}?(?:${KINDS}${BAIT}?|${BAIT})${ON}` },
  // 演讲稿网 example.com
  { pattern: `${CLAUSE}[\\p{sc=Han}]{2,10}(?:网|网站|文库) ?[${HOST}]{4,60}${ON}` },
  // an address alone
  { pattern: `(?<=[，。；！？：、”）,;!?:）)…])[${HOST}]{6,60}${ON}` },
];
