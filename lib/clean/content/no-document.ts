import type { NoDocument } from '#lib/model/cleaning.ts';
import { type PageElement, parentElement } from '../dom/page-element.ts';
import type { BlockMeasures } from './block-measures.ts';
import { isInside } from './labelled-boxes.ts';
import { share } from './numbers.ts';
import type { PageFeatures } from './page-features.ts';

/** A wall leaves hardly any text; sizes as in BlockMeasures. */
const WALL_SIZE = 900;
const ERROR_SIZE = 500;
/** A thread of short posts asks its reader to log in too, so hardly anything may be left. */
const LOGIN_SIZE = 200;
const LONG_PROSE = 200;
/** Some sentences of its own (120 Han characters, 50 words): whatever else it says, a page tells something. */
const WALL_PROSE = 300;
const MAX_SAID = 4000;
/** A page of links with less prose than this tells nothing itself. */
const LIST_PROSE = 0.12;
const LIST_LINKS = 0.55;
const MIN_LIST_BLOCKS = 8;

const CAPTCHA =
  /captcha|are you (?:a )?(?:human|robot)|verify (?:that )?you are (?:a )?human|unusual traffic|checking your browser|just a moment|security check|access (?:to this page has been )?denied|pardon our interruption|安全验证|人机验证|滑动验证|请完成验证|访问验证|请输入验证码|输入验证码|访问(?:过于|太)频繁|安全检查|安全檢查|認証|セキュリティチェック/i;
const LOGIN =
  /(?:log|sign) ?in to (?:continue|view|read|see|access)|(?:please|must|need to) (?:log|sign) ?in|members? only|请(?:先)?登[录陆入]|登[录陆入]后(?:才)?(?:可|能|查看|阅读|浏览|继续)|您(?:还没有|尚未|需要|还未)登[录陆]|請(?:先)?登[錄入]|游客.{0,12}(?:无法|不能|没有权限)|没有权限|需要登[录陆]|注册(?:成为)?会员后|ログインして(?:ください|続)/i;
/** What a page that is nothing but a form to log in calls itself. */
const LOGIN_TITLE =
  /^(?:会员|用户|用戶|會員|管理员|账号|帐号|请先?)?登[录陆錄入]|^(?:member |user |admin )?(?:log|sign)[- ]?in\b|ログイン|^(?:vBulletin )?(?:系統訊息|系统信息|系统消息|提示信息|提示訊息)/i;
/** Read with cookies or for money: what a page says that wants one of the two before it shows the text. */
const CONSENT =
  /to (?:continue|keep|read|access|view)[^.]{0,40}(?:accept|consent to|agree to|allow)[^.]{0,30}(?:cookies|tracking)|(?:accept|consent to|agree to|allow)[^.]{0,30}(?:cookies|tracking)[^.]{0,30} to (?:continue|keep|read|access|view)|(?:weiterlesen|nutzen) mit werbung|mit werbung (?:und cookies |und tracking )?(?:weiterlesen|nutzen)|accepte[rz] (?:les |nos )?cookies pour (?:accéder|continuer|lire)/i;
const OF_CONSENT =
  /cookie|consent|tracking|privacy|advertis|subscri|werbung|datenschutz|einwillig|abonn|publicité/i;
const MISSING =
  /\b404\b|page (?:you (?:requested|are looking for) )?(?:was |is |could )?(?:not|no longer|cannot|can't) (?:be )?(?:found|available|exist)|page not found|^(?:error[: ]*)?not found\b|(?:page|article|thread|topic|post) (?:doesn['’]t|does not|no longer) exists?|页面不存在|頁面不存在|找不到(?:该|您|此|页|頁|网|網)|(?:文章|内容|帖子|页面|信息|文档|主题)(?:已被?|不存在|已)(?:删除|不存在|下架|失效|移除)|(?:指定的)?(?:主题|帖子|文章|内容|页面|文档)不存在|(?:已被|已经)(?:作者|用户|楼主|发布者|发布人|上传者|系统|管理员|版主)?(?:自行|主动)?(?:删除|下架)|无法找到|訪問的頁面|您访问的(?:页面|内容)|您(?:要找|访问|查看|寻找|请求|想看)的[^，。？?\n]{1,8}(?:已被|已经?不|被|不存在|不见了)|ページが見つかりません|seite (?:wurde )?nicht gefunden|page introuvable|página no encontrada/im;

/** Decides whether what was kept is a document; null if it is. */
export function noDocument(
  features: PageFeatures,
  kept: readonly boolean[],
  visible: readonly boolean[],
  headTitle: string | null,
): NoDocument | null {
  const { measures } = features;
  const keptSize = sizeOf(measures, (index) => kept[index] === true);
  const longest = longestProse(measures, kept);
  const prose = sizeOf(
    measures,
    (index) => kept[index] === true && measures[index]?.isProse === true,
  );
  const wall =
    longest < LONG_PROSE && prose < WALL_PROSE
      ? wallReason(features, { kept, visible, keptSize }, headTitle ?? '')
      : null;
  if (wall) return wall;
  if (keptSize < WALL_SIZE && asksForConsent(measures, kept)) return 'login-wall';
  if (keptSize === 0) return isList(measures, visible) ? 'list-page' : 'empty';
  return isListReading(measures, kept, keptSize) ? 'list-page' : null;
}

interface Shown {
  readonly kept: readonly boolean[];
  readonly visible: readonly boolean[];
  readonly keptSize: number;
}

/** What a page with hardly any text of its own says instead. */
function wallReason(
  features: PageFeatures,
  { kept, visible, keptSize }: Shown,
  title: string,
): NoDocument | null {
  const { measures } = features;
  const said = measures.flatMap(({ text }, index) => (visible[index] ? [text] : []));
  const text = `${title}\n${said.join('\n').slice(0, MAX_SAID)}`;
  const size = sizeOf(measures, (index) => visible[index] === true);
  if (size < WALL_SIZE && CAPTCHA.test(text)) return 'captcha';
  if (keptSize < ERROR_SIZE && size < WALL_SIZE * 2 && MISSING.test(text)) return 'soft-404';
  const isNamed = isCalled(features, title, MISSING, 2);
  if (keptSize < ERROR_SIZE && isNamed) return 'soft-404';
  if (keptSize >= WALL_SIZE) return null;
  const isForm = asksForPassword(features) && isCalled(features, title, LOGIN_TITLE, 1);
  const isGate = keptSize < LOGIN_SIZE && isAroundPassword(features, kept);
  return isForm || isGate || (keptSize < LOGIN_SIZE && LOGIN.test(text)) ? 'login-wall' : null;
}

/** Whether the page has nothing to tell but the terms on which it would: an overlay beside a text is not kept. */
function asksForConsent(measures: readonly BlockMeasures[], kept: readonly boolean[]): boolean {
  const asked = measures.findIndex(({ text }, index) => kept[index] && CONSENT.test(text));
  return (
    asked >= 0 &&
    !measures.some(({ isProse, text }, index) => kept[index] && isProse && !OF_CONSENT.test(text))
  );
}

function longestProse(measures: readonly BlockMeasures[], kept: readonly boolean[]): number {
  return measures.reduce(
    (longest, { isProse, size }, index) =>
      kept[index] && isProse ? Math.max(longest, size) : longest,
    0,
  );
}

function sizeOf(measures: readonly BlockMeasures[], test: (index: number) => boolean): number {
  return measures.reduce((sum, { size }, index) => (test(index) ? sum + size : sum), 0);
}

/** Whether the page's title or a heading down to that level says so. */
function isCalled(
  { blocks, measures }: PageFeatures,
  title: string,
  pattern: RegExp,
  deepest: number,
): boolean {
  if (pattern.test(title)) return true;
  return blocks.some(
    ({ kind, level }, index) =>
      kind === 'heading' && level <= deepest && pattern.test(measures[index]?.text ?? ''),
  );
}

function asksForPassword({ context }: PageFeatures): boolean {
  const fields = context.page.table.named('input');
  return fields.some((field) => field.attribute('type')?.toLowerCase() === 'password');
}

/** Whether all that was kept stands in the very box, cell or form where the reader's password goes, whatever they call it. */
function isAroundPassword({ owners, context }: PageFeatures, kept: readonly boolean[]): boolean {
  const field = context.page.table
    .named('input')
    .find((input) => input.attribute('type')?.toLowerCase() === 'password');
  const box = field ? boxAround(field) : null;
  return (
    box !== null && owners.every((owner, index) => !(kept[index] && owner) || isInside(owner, box))
  );
}

/** The table or the form around a field, or the nearest box in a page that has neither. */
function boxAround(field: PageElement): PageElement | null {
  let nearest: PageElement | null = null;
  for (let box = parentElement(field); box && box.name !== 'body'; box = parentElement(box)) {
    if (box.name === 'table' || box.name === 'form') return box;
    if (box.name === 'div' || box.name === 'section') nearest ??= box;
  }
  return nearest;
}

/** What was kept is links to other pages, one after the other. */
function isListReading(
  measures: readonly BlockMeasures[],
  kept: readonly boolean[],
  keptSize: number,
): boolean {
  const inKept = measures.filter((_, index) => kept[index] === true);
  const linked = inKept.reduce((sum, { linkSize }) => sum + linkSize, 0);
  const prose = inKept.reduce((sum, { isProse, size }) => (isProse ? sum + size : sum), 0);
  const lists = inKept.filter(({ size, linkSize }) => size > 0 && linkSize > size * 0.6).length;
  return (
    lists >= MIN_LIST_BLOCKS &&
    share(linked, keptSize) > LIST_LINKS &&
    share(prose, keptSize) < LIST_PROSE
  );
}

function isList(measures: readonly BlockMeasures[], visible: readonly boolean[]): boolean {
  const links = measures.filter(
    ({ size, linkSize }, index) => visible[index] && size > 0 && linkSize > size * 0.6,
  );
  return links.length >= MIN_LIST_BLOCKS;
}
