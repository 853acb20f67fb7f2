import { HOST, NAME } from './mask-site.ts';
import { CLAUSE, type Shape } from './shape.ts';

const ADDRESS = `[${HOST}a-z0-9./:_-]{4,60}`;
/** What readers of a telephone get there. */
const READ = '(?:免费)?(?:进行)?(?:阅读|观看|继续阅读|看书)';
const BETTER =
  '(?:掌上阅读|阅读体验|体验|随时随地|更优质|享受|无广告|无弹窗|更新)[^。！？；，!?;,\\n]{0,16}';
const CLAIM =
  '(?:更新(?:速度)?(?:全网)?最快|最快更新|(?:首发|同步|抢先)更新|首发|无弹窗|全文字(?:更新)?|最新章节)';

/** What sites of novels put behind a sentence of the chapter, and between two. */
export const CHAPTER_TALK: readonly Shape[] = [
  // （手机用户请浏览m.example.com阅读，掌上阅读更方便。）
  {
    pattern: `${CLAUSE}[（(【\\[]?(?:手机|wap|平板|移动)(?:端|版)?(?:用户|读者|阅读|书友)(?:请|可|可以)(?:直接)?(?:浏览|访问|登录|登陆|到|上|进入|用)[:： ]?${ADDRESS} ?(?:${READ}(?:[，,] ?${BETTER})?|[，,] ?${BETTER})[。！!]?[）)】\\]]?(?=\\s*$|[\\p{sc=Han}“])(?!全文|原文|电子|数字|更多|[本该报期])`,
  },
  // （未完待续。如果您喜欢这部作品，欢迎您来某某（example.com）投推荐票、月票，您的支持，就是我最大的动力。）
  {
    pattern: `[（(【\\[](?:未完待续|本章未完|未完)[^\\n]{0,160}?(?:推荐票|月票|最大的动力)[^\\n]{0,80}[）)】\\]](?=\\s*$)`,
  },
  // 电脑站www.example.com 手机站m.example.com
  {
    pattern: `(?<=[。！？”])(?:电脑|手机|wap)(?:站|版|网站|端)[:： ]{0,2}${ADDRESS}(?:[ ，,]{1,2}(?:电脑|手机|wap)(?:站|版|网站|端)[:： ]{0,2}${ADDRESS}){0,2}(?=\\s*$)`,
  },
  // ……某某小说网更新最快……
  {
    pattern: `(?<=[。！？”])(?:…{1,4}|\\.{3,12}|[-—~～*]{1,8})[${NAME}${HOST}]{2,60} ?${CLAIM}(?:…{1,4}|\\.{3,12}|[-—~～*]{1,8})(?=\\s*$|[\\p{sc=Han}“])`,
  },
];
