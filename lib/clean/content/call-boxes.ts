import { PageElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import { subtreeText } from '../dom/subtree-text.ts';
import { at, atInt } from './numbers.ts';
import type { PageFeatures } from './page-features.ts';
import type { TreeMeasures } from './tree-measures.ts';

/** Some seventy Han characters, as in BlockMeasures: what a card says. */
const MAX_SIZE = 160;
const MAX_BLOCKS = 6;
/** Size of the prose around it: two paragraphs. */
const MIN_PROSE = 150;
/** Some words: an author or a date above the text is less. */
const MIN_BEFORE = 40;
/** A card has few parts. */
const MAX_PARTS = 24;
const MAX_BOXES = 50;
/** A link of fewer characters is a word of the text. */
const MIN_WORDS = 12;
const CARD_TAGS = new Set(['div', 'aside', 'section', 'blockquote', 'a']);
const TEXT_TAGS = new Set([
  'pre',
  'code',
  'table',
  'ul',
  'ol',
  'dl',
  'figure',
  'form',
  'iframe',
  'video',
]);
/** 立即提问, + 关注栏目, 马上咨询: what the site would have its reader do. */
const CALL =
  /^(?:[+＋>▶→]\s?)?(?:立即|立刻|马上|馬上|现在|快速|免费|免費|点击|點擊|一键|一鍵|我要|我也要|去|在线|線上|在線)?(?:提问|提問|咨询|諮詢|关注|關注|订阅|訂閱|追蹤|购买|購買|选购|選購|抢购|搶購|领取|領取|试听|試聽|进群|入群|加群|加入书架|加入社群|問醫生|问医生|问律师|找律师)\p{Script=Han}{0,4}\s?[>›»→]{0,3}$/u;
/** Ends a link that is all a box says. */
const CALL_END =
  /(?:戳(?:这里|这儿|此处|我|此)|(?:请|快来?|速)?点(?:击|擊)?(?:这里|這裡|此处|此處|我)(?:查看|了解|领取|领|抢|购买|进入)?|点击(?:了解|领取|购买|选购|抢购|进入).{0,6}|去(?:看看|逛逛|选购)|(?:点击|点此|立即|马上)(?:免费|在线|一键)?\p{Script=Han}{2,10}(?=\s?[>›»→]))\s?[>›»→！!。~～]{0,3}$/u;
/** 《某某倡议书》.docx 将本文的Word文档下载到电脑，方便收藏和打印 推荐度：: the text itself as a file. */
const DOWNLOAD =
  /(?:将|把)(?:本文|此文|该文|本篇|全文|文章|范文|文档)\P{L}{0,2}.{0,12}(?:下载|保存)到(?:电脑|本地|手机)/u;
/** A card by its own name. */
const CARD =
  /(?:^|[\s_-])(?:card|goods|product|shop|recipe|book|course|app)[\s_-]?(?:card|box|link|item)?(?:[\s_-]|$)/i;

/**
 * Blocks of boxes between the paragraphs of a text that are not paragraphs themselves and call on the reader to do
 * something for the site: a line and its button, a link that is a card of something else.
 */
export function callBlocks({ owners, context }: PageFeatures): ReadonlySet<number> {
  const { tree, page } = context;
  const boxes = new Set<PageElement>();
  const inside = new Set<number>();
  owners.forEach((owner, index) => {
    for (let box = owner; box; box = parentOf(box)) {
      if (at(tree.size, box.index) > MAX_SIZE || at(tree.blocks, box.index) > MAX_BLOCKS) break;
      const isNew = CARD_TAGS.has(box.name) && !boxes.has(box) && boxes.size < MAX_BOXES;
      if (isNew && isCard(box, tree, page)) boxes.add(box);
      if (boxes.has(box)) inside.add(index);
    }
  });
  return inside;
}

function parentOf(element: PageElement): PageElement | null {
  return element.parent instanceof PageElement ? element.parent : null;
}

function isCard(box: PageElement, tree: TreeMeasures, page: ParsedPage): boolean {
  if (proseBeside(box, tree) < MIN_PROSE) return false;
  if (DOWNLOAD.test(subtreeText(box, MAX_SIZE))) return true;
  return standsInText(box, tree) && isCall(box, page);
}

function proseBeside(box: PageElement, { prose }: TreeMeasures): number {
  const parent = parentOf(box);
  return parent ? at(prose, parent.index) - at(prose, box.index) : 0;
}

/** A paragraph stands right before it, another part of the text right after. */
function standsInText(box: PageElement, { size }: TreeMeasures): boolean {
  const [before, after] = [beside(box, 'prev'), beside(box, 'next')];
  if (!before || !after || CARD_TAGS.has(before.name) || CARD_TAGS.has(after.name)) return false;
  return before.name === 'p' && at(size, before.index) >= MIN_BEFORE;
}

function beside(box: PageElement, side: 'prev' | 'next'): PageElement | null {
  let other = box[side];
  while (other && !(other instanceof PageElement)) other = other[side];
  return other;
}

function isCall(box: PageElement, page: ParsedPage): boolean {
  const inside = partsOf(box, page);
  if (inside.length >= MAX_PARTS || inside.some(({ name }) => TEXT_TAGS.has(name))) return false;
  const controls = inside.filter(({ name }) => name === 'a' || name === 'button');
  if (controls.some((control) => CALL.test(subtreeText(control, MAX_SIZE)))) return true;
  const links = [box, ...inside].filter(({ name }) => name === 'a');
  const [link] = links;
  if (links.length !== 1 || !link) return false;
  const said = subtreeText(link, MAX_SIZE);
  if (said.length < MIN_WORDS || said !== subtreeText(box, MAX_SIZE)) return false;
  return CALL_END.test(said) || (box === link && CARD.test(box.attribute('class') ?? ''));
}

/** Elements inside of the box, at most MAX_PARTS. */
function partsOf(box: PageElement, { elements, table }: ParsedPage): PageElement[] {
  const parts: PageElement[] = [];
  for (let at = box.index + 1; parts.length < MAX_PARTS; at += 1) {
    const element = elements[at];
    if (!element || atInt(table.up, at) < box.index) break;
    parts.push(element);
  }
  return parts;
}
