import { isMenuEntry, LED_LEAF } from '../metadata/path-names.ts';
import { ARROW } from '../metadata/path-signs.ts';
import { saidOnce } from '../metadata/said-once.ts';
import { foldLine } from './fold-line.ts';

export interface Breadcrumb {
  readonly site: string | null;
  readonly category: readonly string[];
  /** The last segment, if it can be the document's title. */
  readonly title: string | null;
  /** 您的位置: the line says that it is one. */
  readonly labelled: boolean;
}

const LONGEST = 240;
const LABEL =
  /^[\s>»|·■◆-]{0,6}(?:(?:您|你|我)?(?:们)?(?:现在|当前|目前)?(?:的)?(?:所在|所处|浏览)?(?:的)?(?:位置|导航|路径|页面)(?:是|在|为)?|您(?:现在|正)在(?:浏览|查看|阅读)?|所在栏目|you are here|location)\s{0,4}[:>»]?\s{0,4}/u;
const COLON_LABEL = /^(?:首页导航|导航|位置|路径)\s?:/u;
/** What stands between two steps. A slash or hyphen must have blanks around it. */
const SEPARATOR = new RegExp(
  `\\s{0,4}(?:${ARROW}|::|\\\\|┊)\\s{0,4}|\\s{1,4}[/|·-]\\s{1,4}|(?<=\\S) ?[/](?= ?\\S)`,
  'u',
);
/** Something of what parts two steps: a quick look. */
const BETWEEN = new RegExp(`${ARROW}|[\\\\┊/|·]|\\s-\\s|::`, 'u');
const SEPARATORS = new RegExp(SEPARATOR, 'gu');
/** » 食品安全 » 小作坊: the home before the first sign is a picture. */
const OPENS = /^\s*(?:>{1,3}|»|›|→|➔)/u;
const LONGEST_STEP = 12;
/** A quick look before the long one. */
const MAY_BE = /[>»›≫⋙→⇒⇨▸►▶▷☞➔➙➜➝➞➤❯❱⟩⟶﹥〉˃➡=\\┊/|·-]|位置|导航|路径|所在|正在|::|here|location/u;
const HOME = /^(?:(?:网站|本站|返回)?(?:首页|主页)|home(?: ?page)?|index|主頁)$/u;
const LEAF =
  /^(?:正文|文章正文|正文内容|内容|内容页|内容阅读|详细内容|文章内容|文章详情|详情|详情页|阅读|阅读文章|浏览文章|浏览|查看|查看文章|查看主题|查看内容|文章|列表|全文|当前页|本页|文档|文档详情|下载|预览|article|detail|details|content)$/u;
const CATEGORY_END =
  /(?:总结|报告|计划|范文|作文|合同|文章|资料|演讲|讲话|讲话稿|制度|心得|体会|材料|论文|模板|教案|方案|文秘|公文|写作|知识|新闻|资讯|动态|频道)$/u;
const SITE_END =
  /(?:网|网站|站|文库|论坛|社区|之家|家园|吧|铺|库|百科|大全|在线|中心|门户|资料库|博客|空间|频道|日报|晚报|新闻|天地|驿站|图书馆|学院|书屋|书院|online|\.com|\.cn|\.net|\.org)$/u;
const STRONG = /[>»›≫⋙→⇒⇨▸►▶▷☞➔➙➜➝➞➤❯❱⟩⟶➡\\┊﹥〉˃＞/]/u;
const LONGEST_SITE = 24;
const HAN = /\p{Script=Han}/u;
const HOME_END = /(?:首页|主页|首頁|主頁)$/u;
const NAMED_HOME = /.(?:首页|主页)$/u;
const PROSE = /[。；！？,，;!?]/u;

/** Where the page stands in its site, as its line says; null for any other line. */
export function readBreadcrumb(raw: string, folded = foldLine(raw)): Breadcrumb | null {
  if (raw.length > LONGEST || !MAY_BE.test(folded)) return null;
  const label = LABEL.exec(folded)?.[0] ?? COLON_LABEL.exec(folded)?.[0] ?? '';
  if (label === '' && !BETWEEN.test(folded)) return null;
  const labelled = label.trim() !== '' && (label.includes(':') || SEPARATOR.test(folded));
  const from = labelled ? label.length : 0;
  const path = raw.slice(from);
  const steps = splitSteps(path, folded.slice(from));
  if (steps.length < (labelled ? 1 : 2)) return null;
  if (!labelled && !isOpenPath(steps, folded) && !isPath(steps, path)) return null;
  return { ...readSteps(steps, labelled), labelled };
}

function splitSteps(path: string, folded: string): string[] {
  const steps: string[] = [];
  let at = 0;
  for (const match of folded.matchAll(SEPARATORS)) {
    steps.push(path.slice(at, match.index));
    at = match.index + match[0].length;
  }
  steps.push(path.slice(at));
  return steps
    .map((step) => step.replace(COPYRIGHT, '').replace(AROUND_STEP, ''))
    .filter((step) => step !== '');
}

/** © 2014-2023 某某网 | 诗文 | 名句 */
const COPYRIGHT = /^\s?(?:©|\(c\)|copyright)[\s©\d–-]{0,16}/iu;
const AROUND_STEP = /^[\s\u3000【[:：]{1,9}|[\s\u3000】\]:：]{1,9}$/gu;

/** A path whose home is not text. */
function isOpenPath(steps: readonly string[], folded: string): boolean {
  return (
    OPENS.test(folded) && steps.every((step) => step.length <= LONGEST_STEP && !PROSE.test(step))
  );
}

/** Without a label a path begins at home or at a site, and its steps are names, not sentences. */
function isPath(steps: readonly string[], path: string): boolean {
  const isDeep = steps.length > 2 && STRONG.test(path);
  const said = isDeep ? steps.slice(0, -1).join('') : path;
  if (PROSE.test(said.slice(0, 60)) && !HOME.test(foldLine(steps[0] ?? ''))) return false;
  const inner = steps.slice(0, -1);
  if (inner.some((step) => step.length > 20 && HAN.test(step))) return false;
  if (steps.some((step) => step.length > 80)) return false;
  const first = foldLine(steps[0] ?? '');
  if (first.length > LONGEST_SITE) return false;
  // Bars and hyphens stand in titles too.
  if (!STRONG.test(path) && steps.length < 3 && !HOME.test(first)) return false;
  if (!STRONG.test(path) && steps.some(isMenuEntry)) return false;
  return HOME.test(first) || HOME.test(first.slice(-2)) || SITE_END.test(first);
}

function readSteps(steps: readonly string[], labelled: boolean): Omit<Breadcrumb, 'labelled'> {
  const names = [...steps];
  let site: string | null = null;
  const first = foldLine(names[0] ?? '');
  if (HOME.test(first)) names.shift();
  else if (SITE_END.test(first) || (labelled && names.length > 1 && !CATEGORY_END.test(first))) {
    site = (names.shift() ?? '').replace(HOME_END, '') || null;
  } else if (NAMED_HOME.test(first)) {
    site = (names.shift() ?? '').slice(0, -2);
  }
  let title: string | null = null;
  const last = saidOnce(names.pop() ?? '');
  if (last !== '') names.push(last);
  if (LEAF.test(foldLine(last)) || LED_LEAF.test(last)) names.pop();
  else if (names.length > 0) title = last;
  return { site, category: names.filter((name) => name.length <= 30), title };
}
