import type { RemovalReason } from '#lib/model/removal.ts';
import { hasChinese } from '../has-chinese.ts';
import { CHROME_WORDS, TOOL_WORDS } from './chrome-words.ts';
import { CONTAINED_RULES, candidateRules } from './contained-rules.ts';
import { foldLine } from './fold-line.ts';
import { type LineClass, lineClass, type OpeningRule } from './line-class.ts';
import { classifyMenu, classifyShape } from './line-shapes.ts';
import { asksForLogin } from './media-prompts.ts';
import { OPENING_RULES } from './opening-phrases.ts';
import { readPager } from './pager.ts';
import { OFFICIAL } from './promotion.ts';
import { foldButton } from './site-shapes.ts';

/** Longer lines are prose; no frame line of the genre is longer. */
const LONGEST = 300;

const BULLET = /^[-·•●■◆★☆▲►▼※*#|>»+〉→↓↑\s]{1,12}/u;
const OPENING_BRACKET = /^[【[(「〖《]{1,2}/u;
const CLOSING_BRACKET = /^[】\])」〗》]{1,2}/u;
const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}[、.]|\(?[一二三四五六七八九十\d]{1,3}[).、])/u;
const BRACKETED = /^[【[(「『〖《“].{1,60}[】\])」』〗》”]/u;
/** An opening quotation mark that is not closed before the match. */
const QUOTE_BEFORE = /[“「『"][^”」』"]{0,20}$/u;
/** What is withheld is a text; documents speak of access to other things. */
const OF_TEXT = /全文|剩余|余下|未读|完整|隐藏|付费|vip|会员|预览|试读|内容|[\d百千万余多]个?字/u;
const QUOTE_REACH = 22;
/** 问：点击下载没有反应，怎么办？ */
const ASKED = /^(?:问|q)\d{0,2} ?[:.、] ?.{4,80}\?$/u;
const OF_REST = /剩余|余下|剩下|未读|全文/u;
const ASKS: ReadonlySet<RemovalReason> = new Set(['subscribe', 'promotion', 'share', 'login']);
const SENTENCES = /[,;].{4,200}[,;].{0,60}[。!?]$/u;
const RELATED_TO =
  /^(?:【.{1,60}】|《.{1,60}》|“.{1,60}”|(?:与|和|关于|有关)?.{1,60}?)(?:的)?(?:更多)?(?:相关|推荐|延伸|类似|同类)(?:的)?(?:文章|阅读|范文|推荐|资讯|新闻|文档|资料|作文|内容|链接) ?(?:推荐|列表|:)?[: ]{0,3}$/u;
const MAY_BE_RELATED = /相关|推荐|延伸|类似|同类/u;
const FLOOR =
  /^(?:第? ?\d{1,5} ?(?:楼|#|层)|楼主|沙发|板凳|地板|\d{1,4}f)(?:[ :|]|$)|^(?:发表于|回复于|发布于|post(?:ed)? (?:at|on)):? ?\d{4}/u;
const SPLIT_WORDS = /[ |·┊┆│,、/\\>»›<«【】[\]()（）{}:;.。!-]+/u;
const FIRST_WORD = /[^ |·┊┆│,、/\\>»›<«【】[\]()（）{}:;.。!-]{1,30}/u;
/** A number beside a button, a price too. */
const COUNTER = /^[¥￥]?[\d.,k+万千℃%]{1,8}元?$/u;
const TOOL_ROW = 3;
const DOTS = /^[.。·…*\-=_—~ ]{1,80}$/u;

const INDEX: ReadonlyMap<string, readonly (readonly [string, OpeningRule])[]> = indexed();

/**
 * What a line of a page's frame is, by its own words; null for everything that can be part of a document.
 * Pure and linear; knows Chinese of both scripts and English. Where it stands is the caller's to judge: see `where`.
 */
export function classifyLine(text: string): LineClass | null {
  if (text.length > LONGEST) return null;
  const line = foldLine(text).trim();
  return line === '' ? null : classifyFolded(line);
}

/** The same for a line that is already folded and trimmed; `pager` if it was already asked whether it is one. */
export function classifyFolded(line: string, pager = readPager(line)): LineClass | null {
  if (line.length > LONGEST) return null;
  const core = beginsWithLetter(line) ? line : line.replace(BULLET, '');
  const isChinese = hasChinese(core);
  return (
    (pager ? lineClass('pager', 'anywhere') : null) ??
    (beginsWithLetter(line) ? null : foldButton(line)) ??
    byFloor(core) ??
    classifyShape(core, isChinese) ??
    byLogin(core) ??
    byOpening(core, line) ??
    (isChinese ? byRelatedTo(core) : null) ??
    byContent(line) ??
    byChrome(core) ??
    (isChinese ? classifyMenu(core) : null)
  );
}

/** Most lines do: no pattern for what may stand before need be asked. */
function beginsWithLetter(line: string): boolean {
  const code = line.charCodeAt(0);
  return (code >= 97 && code <= 122) || (code >= 0x3400 && code <= 0x9fff);
}

/** The head of a forum's post; the second floor and above are comments, which the caller sees. */
function byFloor(core: string): LineClass | null {
  return core.length <= 120 && FLOOR.test(core) ? lineClass('comments', 'edge', 'section') : null;
}

function byLogin(core: string): LineClass | null {
  return asksForLogin(core) ? lineClass('login', 'anywhere') : null;
}

function byOpening(core: string, line: string): LineClass | null {
  const is = openingOf(core);
  // 扫码关注后免费看剩余2页: what else the line asks for, it withholds the rest.
  if (is === null || !ASKS.has(is.reason) || !OF_REST.test(core)) return is;
  const said = byContent(line);
  return said?.claim === undefined ? is : said;
}

function openingOf(core: string): LineClass | null {
  const opened = beginsWithLetter(core) ? core : core.replace(OPENING_BRACKET, '');
  const rules = INDEX.get(opened.charAt(0));
  if (!rules) return null;
  for (const [phrase, rule] of rules) {
    if (!opened.startsWith(phrase)) continue;
    const rest = opened.slice(phrase.length).replace(CLOSING_BRACKET, '');
    if (rule.rest.test(rest)) return rule.is;
  }
  return null;
}

function byRelatedTo(core: string): LineClass | null {
  if (
    core.length > 80 ||
    !MAY_BE_RELATED.test(core) ||
    NUMBERED.test(core) ||
    !RELATED_TO.test(core)
  )
    return null;
  // Without brackets the words must announce: a colon, or nothing but the topic.
  const announced = BRACKETED.test(core) || core.endsWith(':');
  return announced ? lineClass('related', 'anywhere', 'section') : null;
}

function byContent(line: string): LineClass | null {
  const candidates = candidateRules(line);
  if (candidates === 0) return null;
  for (const [index, { pattern, is, max }] of CONTAINED_RULES.entries()) {
    if (line.length > max || (candidates & (1 << index)) === 0) continue;
    const match = pattern.exec(line);
    if (match && !isSpokenOf(line, saidAt(match), is)) return is;
  }
  return null;
}

/** Where the words begin; a pattern that looks at the whole line has them in its group, at its end. */
function saidAt({ index, 0: all, 1: said = all }: RegExpExecArray): number {
  return index + all.length - said.length;
}

/** The line talks about such words: it quotes them, asks, is an item of a list, or is running text. */
function isSpokenOf(line: string, at: number, is: LineClass): boolean {
  if (PARTIES.test(line)) return true;
  if (QUOTE_BEFORE.test(line.slice(Math.max(0, at - QUOTE_REACH), at))) return true;
  if (ASKED.test(line)) return true;
  if (NUMBERED.test(line) && is.where === 'edge') return true;
  if (is.reason === 'promotion' && OFFICIAL.test(line)) return true;
  if (is.reason === 'disclaimer' && is.where === 'edge' && tellsOther(line, at)) return true;
  if (is.claim === undefined) return false;
  return (line.length > 40 && SENTENCES.test(line)) || (line.endsWith('。') && !OF_TEXT.test(line));
}

/** 甲方应在24小时内删除: what the parties of a contract do. */
const PARTIES =
  /[甲乙丙]方(?:应|须|不|可|在|将|如|有|需|系|未|向|按|所|为|负责|同意|支付|提供|承担|享有|收到|授权)|双方(?:应|均|同意|约定)/u;

/** …可查档案41万条。…须本人到馆查阅，未经许可，不得复制: a paragraph about somebody's matter, no word of the site's own. */
function tellsOther(line: string, at: number): boolean {
  return line.lastIndexOf('。', at) >= LEAST_SENTENCE && line.endsWith('。') && !OF_SITE.test(line);
}

const LEAST_SENTENCE = 12;
const OF_SITE =
  /本[站网文报刊号书]|网[站友页]|平台|公众号|作[者品]|版权|著作权|知识产权|稿|原创|文[章字献]|图[文片]|内容|资料|信息|注明|来源|出处|侵|声明|小编|联系|观点|仅供|免责|提示|建议|投资|用户|会员|素材|编辑|媒体|摘编|下载|转载[请须自]/u;

/** Nothing but buttons, menu entries and counters. */
function byChrome(core: string): LineClass | null {
  if (core.length > 160) return null;
  if (DOTS.test(core)) return lineClass('boilerplate', 'edge');
  if (CHROME_WORDS.has(core)) return lineClass('navigation', 'edge');
  const first = FIRST_WORD.exec(core)?.[0] ?? '';
  if (first.length === core.length || !isButton(first)) return null;
  const words = core.split(SPLIT_WORDS).filter((word) => word !== '');
  if (!words.every(isButton)) return null;
  const known = words.filter((word) => CHROME_WORDS.has(word)).length;
  const tools = words.filter((word) => TOOL_WORDS.has(word)).length;
  // 完善 拼音 译文 背诵: buttons all, though each might head a part.
  if (known === 0) return tools > TOOL_ROW ? toolRow(words.length) : null;
  return tools === 0 ? lineClass('navigation') : toolRow(words.length);
}

function isButton(word: string): boolean {
  return CHROME_WORDS.has(word) || TOOL_WORDS.has(word) || COUNTER.test(word);
}

/** 完善 展开译文 拼音 复制: no document says so many of them in one line. */
function toolRow(length: number): LineClass | null {
  return length >= TOOL_ROW ? { ...lineClass('navigation', 'anywhere'), sure: true } : null;
}

function indexed(): Map<string, (readonly [string, OpeningRule])[]> {
  const index = new Map<string, (readonly [string, OpeningRule])[]>();
  for (const rule of OPENING_RULES) {
    for (const phrase of rule.phrases) {
      const first = phrase.charAt(0);
      const list = index.get(first);
      if (list) list.push([phrase, rule]);
      else index.set(first, [[phrase, rule]]);
    }
  }
  return index;
}
