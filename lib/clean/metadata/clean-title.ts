import { rememberingPage } from '../page-memory.ts';
import { fold } from './fold.ts';
import { saidOnce } from './said-once.ts';

/** What a template writes before a title. */
const LABEL =
  /^(?:【(?:标题|题目|名称)】\s*|[*※·•]?\s?(?:(?:帖子|贴子)(?:主题|标题)|本页主题|本文标题|文章标题|文档标题|文档名称|资料名称|资料名|标\s{0,4}题|標\s{0,4}題|题\s{0,4}目|題目|题\s{0,4}名|題名|主题|正在阅读|(?:您|你)?(?:现在|正在)(?:看|阅读|浏览)(?:的是)?)\s?[:：]\s*)/u;
/** And after it: a file type, pages, a badge, a button. */
const TAIL =
  /\s?(?:\.(?:docx?|pdf|pptx?|xlsx?|txt|wps|rtf)|[（(]\s?(?:共?\d{1,4}\s?[页頁P]|第\s?\d{1,3}(?:\s?[/／]\s?\d{1,3})?\s?[页頁]|\d{1,3}\s?[/／]\s?\d{1,3}\s?[页頁]|图|组图|转载|原创)\s?[）)]|[[【](?:精品|原创|转载|荐|推荐|精华|置顶|图文?|复制(?:链接)?|打印本页|热)[\]】]|\[(?:编辑|(?:讨论|锁定|播报)\s?\d{0,5})\]|\s(?:原创|转载|置顶|精华))$/iu;
const MOST_TAILS = 3;
/** 本页主题: 晒一晒我的菜园 打印 | 加为IE收藏 | 复制链接 | 收藏主题: the tools of a thread behind its title, parted by bars. */
const TOOL =
  '(?:打印|加为IE收藏|复制(?:链接|网址)?|收藏(?:主题|本帖)?|推荐(?:主题)?|举报|上一主题|下一主题|只看楼主|倒序(?:阅读|浏览)|订阅主题)';
const TOOLS = new RegExp(`(?:\\s\\[?${TOOL}\\]?)(?:\\s?[|｜]\\s?\\[?${TOOL}\\]?){1,6}$`, 'iu');
/** 某某网(www.example.com)某某检讨书: the site and its address before it. */
const OWNER =
  /^[\p{Script=Han}\w]{2,12}\s?[(（](?:https?:\/\/)?(?:[\w-]{2,40}\.){1,3}[a-z]{2,8}[)）]\s?(?=.{3})/iu;
/** 某某检讨书 www.example.com */
const ADDRESS = /\s(?:https?:\/\/)?www\.[\w.-]{4,60}$/iu;
/** 发信人: …, 信区: …标 题: 食堂旧事: other fields stand before the title's on its line. */
const BEHIND_FIELDS =
  /^(?:发信人|發信人|寄信人|作者|来源|栏目|分类)\s?[:：].{1,80}?(?:标\s{0,4}题|標\s{0,4}題)\s?[:：]\s?/u;

const BARS = /[|｜]/u;

/** A thread's title without the tools behind it. */
export function withoutBarTools(text: string): string {
  return BARS.test(text) ? text.replace(TOOLS, '') : text;
}

/** A title without what templates glue to it: its label, a file type, badges, buttons. */
export const cleanTitle = rememberingPage((raw: string): string => {
  let title = withoutBarTools(fold(raw)).replace(BEHIND_FIELDS, '').replace(LABEL, '');
  if (title.includes('.')) title = title.replace(OWNER, '').replace(ADDRESS, '');
  for (let turn = 0; turn < MOST_TAILS; turn += 1) {
    const bare = title.replace(TAIL, '');
    if (bare === title || bare.length < 2) break;
    title = bare;
  }
  return saidOnce(title);
});
