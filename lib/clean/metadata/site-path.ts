import { ARROW } from './path-signs.ts';
import { plainLine } from './plain-line.ts';
import { saidOnce } from './said-once.ts';

/** A line that says where the page stands in its site. */
export interface SitePath {
  /** Its steps, outermost first; the label's words are not among them. */
  readonly names: readonly string[];
  /** It begins with words for "you are here", or ends in an arrow to what stands below. */
  readonly labelled: boolean;
  /** The label says shelf, not place: 当前栏目. */
  readonly shelf: boolean;
  /** Its steps are parted by arrows, which menus and titles hardly have. */
  readonly strong: boolean;
  /** Its steps are parted by what parts the entries of menus. */
  readonly bar: boolean;
}

const LONGEST = 200;
const LONGEST_NAME = 40;
const MOST_NAMES = 8;
/** A labelled name without any other step. */
const LONGEST_ALONE = 12;
/** A shelf and one inside it stand between bars too; more are entries. */
const MOST_BESIDE = 3;
/** The label ends here at the latest. */
const LABEL_END = 14;
const LABEL =
  /位置|位於|位于|所在|所处|處於|现处|正在|正坐|当前|當前|目前|现在|現在|栏目|欄目|频道|頻道|分类|分類|类目|類目|路径|路徑|导航|導航|浏览|瀏覽|阅览|閱覽|读到|文件夹|文件夾|location|you are here|breadcrumb|^(?:您|你)在$/iu;
const PLACE = /位置|位於|位于|所在|所处|處於/u;
const SHELF = /栏目|欄目|分类|分類|类目|類目|频道|頻道/u;
/** The label as a step of its own: 位置 | 首页 | …, 你在这儿 → …. */
const LABEL_STEP =
  /^(?:您|你|我)?(?:们)?(?:现在|現在|当前|當前|目前)?(?:的|在|所在)*(?:位置|这儿|這裡|这里|栏目|路径|目录)(?:导航|導航)?$/u;
const LABEL_LEAD =
  /^(?:您|你)?(?:现在|現在|当前|當前|目前)?(?:的|在|所在)*(?:的)?位置(?:导航|導航|是|在)?\s+/u;
/** Arrows and guillemets first; then what also stands in menus, titles and dates. */
const SEPARATORS: readonly {
  readonly pattern: RegExp;
  readonly strong: boolean;
  readonly bar?: true;
  /** Only behind a label: names of people have such dots. */
  readonly led?: true;
}[] = [
  { pattern: new RegExp(`\\s{0,4}${ARROW}\\s{0,4}`, 'u'), strong: true },
  { pattern: /\s{0,4}》\s{0,4}/u, strong: true },
  { pattern: /\s{0,4}::\s{0,4}|\s{0,4}--\s{0,4}|\s{1,4}_\s{1,4}/u, strong: false },
  { pattern: /\s{0,4}[/／∕]\s{0,4}/u, strong: false },
  { pattern: /\s{0,4}[|｜│丨]\s{0,4}/u, strong: false, bar: true },
  { pattern: /\s{0,4}[★◇☆◆■]\s{0,4}|\s{1,4}[*·•]\s{1,4}/u, strong: false, bar: true },
  { pattern: /\s{0,4}[—―－]{1,2}\s{0,4}|(?<!\d)\s{0,4}-\s{0,4}(?!\d)/u, strong: false },
  { pattern: /\s{1,4}[：:]\s{1,4}|\s{0,4}：\s{0,4}/u, strong: false },
  { pattern: /\s{0,4}[·•]\s{0,4}/u, strong: false, led: true },
];
/** A path has a sign between its steps or a colon behind its label: a quick look. */
const MAY_BE = new RegExp(`${ARROW}|[》:：\\-/／∕|｜│丨★◇☆◆■*·•—―－_]`, 'u');
const EDGES =
  /^[\s[\]【】「」〖〗（(◆◇■□●▪:：|/→›>-]{1,9}|[\s[\]【】「」〖〗◆◇■□●▪:：|/→›>»-]{1,9}$/gu;
/** Its address behind the site's name. */
const DOMAIN = /\s?[（(][\w.-]{3,40}[）)]$/u;
/** Days, sizes, numbers of pages and readers: a line of fields. 2008-2009年度 is a shelf. */
const COUNTED =
  /(?:19|20)\d\d\s?[-/.年]\s?(?!(?:19|20)\d\d(?:学年|學年|年度))\d|^\d[\d.,]*\s?\p{L}{0,2}$|(?:阅读|浏览|下载|人气|点击|热度|评论|回复)\s?[(（]?\d/iu;
const HOME_GLUED = /^(?:首页|主页|首頁)(?=\p{Script=Han}{2,4}$)/u;
/** 首页 家校桥: links with nothing but blanks between them. */
const HOME_SPACED = /^\p{Script=Han}{0,2}(?:首页|主页|首頁)(?:\s{1,4}\p{Script=Han}{2,10}){1,4}$/u;
const BLANKS = /\s{1,4}/u;
/** 登录 注册 某某文档 > 实用文: links beside the site's name, on the line of the path. */
const SIGN_IN = /^(?:(?:用户|会员)?(?:登[录陆錄入]|注册|註冊) ){1,3}(?=\S)/u;
/** 安全管理》班前会》 above the title: what it leads to stands below. */
const OPEN_END = /[>›»→＞》]$/u;
/** 首页·生活·厨房: names of people have such dots, not behind the front page. */
const HOME_DOT = /^(?:首页|主页|首頁)[·•]/u;
const DOTS = /[·•]/gu;
/** So many steps are a path, whatever the last of them says. */
const DEEP = 3;
const LONGEST_TITLE = 60;
const STOPS = /[。；;]/u;
/** 【求助】暖气片不热: brackets of the title's own. */
const OWN_BRACKETS = /^[【[][^【】[\]]{1,8}[】\]]\s?\S/u;
const SENTENCE = /[。！；!;]|，.{12}/u;
/** 合同大全：百契网: a slogan before the first name. */
const SLOGAN = /^[^：:]{1,6}[：:]\s*(?=\S{2})/u;

/** The steps of a line that is a path; null for any other line. Linear. */
export function readPath(raw: string): SitePath | null {
  if (raw.length > LONGEST * 2) return null;
  const line = plainLine(raw).replace(SIGN_IN, '');
  if (line.length < 3 || line.length > LONGEST || !MAY_BE.test(line)) return null;
  const label = line.slice(0, labelEnd(line));
  const said = line.slice(label.length).replace(LABEL_LEAD, '');
  const path = HOME_DOT.test(said) ? said.replace(DOTS, ' · ') : said;
  const shelf = SHELF.test(label);
  const isLed = said.length < line.length;
  const isOpen = OPEN_END.test(line);
  for (const separator of SEPARATORS) {
    if (separator.led && !isLed) continue;
    const steps = stepsBetween(path, separator);
    if (steps.length < 2) continue;
    const { strong, bar = false } = separator;
    return withSteps(steps, { labelled: isLed || (strong && isOpen), shelf, strong, bar });
  }
  if (!(shelf || PLACE.test(label)) || !isStep(path) || path.length > LONGEST_ALONE) return null;
  const names = parted(path.replace(EDGES, ''));
  return { names, labelled: true, shelf, strong: false, bar: false };
}

function stepsBetween(path: string, { pattern }: { readonly pattern: RegExp }): string[] {
  return path.includes('《') && pattern.source.includes('》') ? [] : namesOf(path, pattern);
}

function withSteps(steps: readonly string[], how: Omit<SitePath, 'names'>): SitePath | null {
  const [first = '', ...others] = steps;
  const isLabel = LABEL_STEP.test(first);
  const said = isLabel ? others : [first.replace(SLOGAN, ''), ...others];
  const last = saidOnce(said.at(-1) ?? '');
  const names = [...said.slice(0, -1), last];
  const isPath = names.slice(0, -1).every(isStep) && (isStep(last) || isTitleEnd(last, names, how));
  return isPath && names.length <= MOST_NAMES
    ? { ...how, names, labelled: how.labelled || isLabel }
    : null;
}

/** 某某社区 › 论坛 › 装修 › 老房子铲墙皮，铲到水泥还是铲到红砖？: what stands behind arrows is the document. */
function isTitleEnd(name: string, names: readonly string[], how: Omit<SitePath, 'names'>): boolean {
  const isDeep = how.strong && names.length >= DEEP && name.length <= LONGEST_TITLE;
  return isDeep && !STOPS.test(name) && !COUNTED.test(name);
}

/** Where the label's value begins; 0 if there is none. */
function labelEnd(line: string): number {
  for (let at = 1; at < Math.min(LABEL_END, line.length); at += 1) {
    const char = line.charAt(at);
    if (char !== ':' && char !== '：') continue;
    return LABEL.test(line.slice(0, at)) ? at + 1 : 0;
  }
  return 0;
}

function namesOf(path: string, separator: RegExp): string[] {
  return path
    .split(separator)
    .map((name) => bareName(name.trim()))
    .filter((name) => name !== '')
    .flatMap((name, at) => (at === 0 ? parted(name) : [name]));
}

const bareName = (name: string): string =>
  (OWN_BRACKETS.test(name) ? name : name.replace(EDGES, '')).replace(DOMAIN, '').trim();

/** 首页通知公告: links with nothing between them. */
function parted(name: string): string[] {
  const spaced = HOME_SPACED.exec(name);
  if (spaced) return name.split(BLANKS);
  const home = HOME_GLUED.exec(name)?.[0] ?? '';
  return home === '' ? [name] : [home, name.slice(home.length)];
}

function isStep(name: string): boolean {
  return name.length <= LONGEST_NAME && !SENTENCE.test(name) && !COUNTED.test(name);
}

/** 分类：党团工作｜安全生产｜教育资料｜建筑施工: the site's shelves beside each other, or words the document is tagged with. */
export function isShelfList({ shelf, bar, names }: SitePath): boolean {
  return shelf && bar && names.length > MOST_BESIDE;
}

/** Whether it is a path by its arrows or its label. */
export function isPathStart(path: SitePath | null): boolean {
  return path !== null && (path.strong || path.labelled);
}
