import { findDates } from './find-dates.ts';
import { fold, wordKey } from './fold.ts';
import { withoutNextLabel } from './labelled-name.ts';

const LEAD =
  /^(?:(?:post(?:ed)?|written|published|submitted|reported|created|story|text|words|articles?|reviewed|review|started|asked|beiträge|beitrag|artikel|all posts|all articles|show all articles|post author|eingestellt|verfasst|geschrieben) (?:by|of|von|par)|post author|by|von|par|por|di|da|od|door|av|af|由|автор|texte?|autor(?:in)?|auteur|autore|authors?|publié par|écrit par|publicado por|escrito por|作\s?者|撰文|撰稿|文字|文(?=\s?[/／:：])|记者|記者|通讯员|投稿人|投稿|发布人|发布者|楼主)(?:\s?[:：/／|]\s?|\s+|(?=\p{Lu}\p{Ll})|$)/iu;
const HAN_LEAD = /^(?:本报|本刊|本网|特约)?(?:见习)?(?:记者|記者|通讯员|撰稿人)\s?/u;
/** A label inside the text: what stands before it is a date or a verb. */
const INNER_LABEL =
  /^.{0,60}\b(?:written|posted|published|words|story|beiträge|posts|articles) (?:by|of|von|par) /iu;
const TAIL = /\s?[|•·–—/»]|\s-\s|\s\d/iu;
const TRAILING =
  /\s(?:on|am|le|el|at|in|um|mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun)(?:\s.*|)$|(?:reviewed|updated|published|posted|last modified|veröffentlicht|aktualisiert|min read|follow|view profile|view all posts|read more|发表于|发布于|浏览|阅读|点击).*$/iu;
const COLON = /[:：]/u;
const HAN_FIELD = /^(?:小作者|作\s?者|撰文|撰稿|文|博主)\s?[:：]\s?/u;
const BREAK = /[\s|,，;；、/]/u;
const SHORTEST = 3;
const LONGEST = 14;
/** Labels of people who did not write it: the whole value is theirs. */
const OTHERS =
  /^(?:责任编辑|責任編輯|责编|编辑|編輯|来源|來源|本文来源|文章来源|信息来源|审核|校对|发布单位|供稿单位|录入|上传者?)\s?[:：]/u;
/** Who the site puts where it knows nobody. */
const SOMEBODY =
  /^(?:本站|本网|网站|网络|热心|匿名|广大|注册)?(?:会员|网友|用户|读者|游客|小编|站长|编辑)(?:上传|供稿|投稿|整理|提供|分享|原创|推荐|转载|收集)?$|^(?:网络|用户|网上|本站)(?:转载|收集|整理|搜集|原创)$/u;
/** Headings and buttons in boxes that are called author. */
const INTERFACE =
  /^(?:(?:相关|更多|热门|推荐|最新|全部|查看|其他)(?:文章|新闻|阅读|内容|资讯|作品|作者|推荐)?|(?:您|你)?(?:的|当前|现在)?(?:所在)?位置|我(?:已授权|的文章|要投稿)|(?:他|她|TA)的(?:文章|主页|作品))$/iu;
/** What the software of a site writes into its pages. */
const SOFTWARE = /discuz|comsenz|phpwind|phpcms|dedecms|wordpress|joomla|drupal|typo3/iu;
/** What stands after a name and a comma but is none. */
const ROLE =
  /^(?:staff|senior|chief|contributing|associate|special|editor|reporter|writer|correspondent|columnist|contributor|redakt|journalist|managing|news|freelance|guest|founder|ceo|director|professor|ph\.?d|md|mba|cpa|rd)(?![\p{L}])/iu;
const BRACKETS = /\s?[(（[【][^)）\]】]{0,60}[)）\]】]/gu;
const JOINT = /\s?[;；、]\s?|\s(?:&|and|und|et|y|og|och)\s|\s?,(?=\s?\p{L})\s?/iu;
const ADDRESS = /https?:|www\.|@|\.(?:com|org|net|de|cn|html)(?![\p{L}])|[<>{}=\\©®]/iu;
const LINK = /^(?:https?:)?\/\//i;
const NOBODY = new Set(
  '网友 网络 佚名 未知 匿名 本站 原创 管理员 小编 编辑 会员 不详 转载 本站原创 网友投稿 游客 互联网 admin administrator anonymous unknown guest user author authors none null undefined root webmaster superuser test wordpress name byline posted by author name'.split(
    ' ',
  ),
);
/** Ornaments too: periodicals print ◎ or ● before who wrote. */
const EDGES = /^[\s:：/,.~◎●○◯◉◆◇■□▲△▼▽★☆※✎☉⊙·•|｜-]+|[\s:：/,;|~-]{1,9}$/gu;
/** A blank, or a count that is glued to the name: 温槐序2年前. */
const AFTER_HAN = /\s|\d{1,9}(?:年|个?月|天|小?时|分钟|万|次|人|阅读|浏览|\.\d)/u;
const HAN = /^\p{Script=Han}{2}/u;
const HAS_LETTER = /\p{L}/u;
const MAX_NAMES = 12;
const MAX_NAME = 60;
const MAX_WORDS = 7;
const MAX_RAW = 400;
const SENTENCE = /[.!?。！？]\s|[。！？]$/u;
const INITIAL = /(?<![\p{L}])(?:\p{Lu}|Dr|Mr|Mrs|Ms|Prof|St|Jr|Sr)\./gu;

/**
 * A byline as names: without By, 作者：, 文/, roles, brackets, dates and addresses; several names joined by ", ".
 * '' when nothing is left that could be a person, and for nobody's names (佚名, admin).
 */
export function cleanAuthor(raw: string): string {
  const names: string[] = [];
  for (const part of splitNames(raw)) {
    const name = cleanName(part);
    if (!isPerson(name) || names.some((one) => wordKey(one) === wordKey(name))) continue;
    names.push(name);
  }
  return names.slice(0, MAX_NAMES).join(', ');
}

function splitNames(raw: string): string[] {
  let text = fold(raw.slice(0, MAX_RAW));
  if (LINK.test(text) || OTHERS.test(text)) return [];
  text = beforeNextLabel(text);
  const date = findDates(text)[0];
  if (date && date.from > 2) text = text.slice(0, date.from);
  else if (date) text = text.slice(date.to);
  text = withoutLabel(text.trim());
  return text.replace(BRACKETS, ' ').split(JOINT);
}

/** 小作者：沈小满学校：江城七中: of glued fields the first, behind its own label. */
function beforeNextLabel(text: string): string {
  const own = HAN_FIELD.exec(text);
  if (!own) return text;
  const rest = text.slice(own[0].length);
  const colon = rest.search(COLON);
  const isGlued = colon > SHORTEST && colon <= LONGEST && !BREAK.test(rest.slice(0, colon));
  return isGlued ? withoutNextLabel(rest.slice(0, colon)) : text;
}

function withoutLabel(text: string): string {
  let bare = text.replace(INNER_LABEL, '');
  for (let turn = 0; turn < 3; turn += 1) bare = bare.replace(LEAD, '').trim();
  return bare;
}

function cleanName(part: string): string {
  const lead = part.trim().replace(LEAD, '').replace(HAN_LEAD, '');
  const cut = lead.split(TAIL)[0] ?? '';
  return hanName(fold(cut.replace(TRAILING, '').replace(EDGES, '')));
}

/** Of a Chinese byline the first word: what follows a blank is a rank, a place or the next label. */
function hanName(name: string): string {
  if (!HAN.test(name)) return name;
  const end = name.search(AFTER_HAN);
  return end > 1 ? name.slice(0, end) : name;
}

function isPerson(name: string): boolean {
  const key = wordKey(name);
  if (key.length < 2 || name.length > MAX_NAME || NOBODY.has(key)) return false;
  if (SOMEBODY.test(name) || INTERFACE.test(name) || SOFTWARE.test(name)) return false;
  if (name.split(' ').length > MAX_WORDS || ADDRESS.test(name)) return false;
  return HAS_LETTER.test(key) && !ROLE.test(name) && !SENTENCE.test(name.replace(INITIAL, ''));
}
