/**
 * The features a block is judged by. Order and names are part of the learned model: the model
 * file carries the names and a test compares them.
 */
import type { Block } from '../block.ts';
import { PageElement, parentElement } from '../dom/page-element.ts';
import type { ParsedPage } from '../dom/parse-page.ts';
import { BLOCK_TAGS } from '../dom/tag-sets.ts';
import { type BlockMeasures, measureBlock } from './block-measures.ts';
import { CATEGORY_COUNT, CLASS_CATEGORIES } from './class-categories.ts';
import { openedSections, type Section } from './opened-sections.ts';
import { type PageHints, pageHints } from './page-hints.ts';
import { TEXT_CATEGORIES } from './text-categories.ts';
import { FAR, measureTree, type TreeMeasures } from './tree-measures.ts';

/** A page's blocks with all that is known about them. */
export interface PageFeatures {
  readonly blocks: readonly Block[];
  readonly measures: readonly BlockMeasures[];
  readonly owners: readonly (PageElement | null)[];
  readonly tree: TreeMeasures;
  readonly hints: PageHints;
  /** Row-major: FEATURE_NAMES.length values a block. */
  readonly values: Float32Array;
  /** Index of the group of blocks with the same path signature, by block. */
  readonly signatures: Int32Array;
  /** For each block the indices of the distinct containers around it, nearest first, LEVELS of them. */
  readonly containers: Int32Array;
  /** The section a heading opened around each block. */
  readonly sections: readonly (Section | null)[];
}

const WINDOW = 3;
export const LEVELS = 5;
const KINDS = [
  'heading',
  'paragraph',
  'list-item',
  'quote',
  'code',
  'table-row',
  'image',
  'rule',
] as const;
const OWN_TAGS = [
  'p',
  'li',
  'td',
  'div',
  'span',
  'a',
  'dt',
  'dd',
  'button',
  'figcaption',
  'label',
  'strong',
  'b',
  'section',
  'article',
  'time',
  'font',
  'center',
] as const;
const TYPE_GROUPS: Readonly<Record<string, RegExp>> = {
  Article: /Article$|^BlogPosting$|^Report$/,
  Product: /^Product|^Offer$|^AggregateOffer$|^Book$|^Course$|^SoftwareApplication$/,
  Forum: /^(?:DiscussionForumPosting|QAPage|Question|Answer)$/,
  List: /^(?:ItemList|CollectionPage|SearchResultsPage|Blog|OfferCatalog)$/,
  Service: /^(?:Service|LocalBusiness|ProfessionalService|FAQPage|Organization)$/,
  Docs: /^(?:TechArticle|APIReference|HowTo)$/,
};

export const FEATURE_NAMES: readonly string[] = [
  ...['size', 'words', 'wideShare', 'linkShare', 'links', 'digitShare', 'upperShare'],
  ...['commas', 'stops', 'marks', 'separators', 'ending', 'images', 'strongShare', 'wordLength'],
  ...['isProse', 'kind', 'level', 'listed', 'quoted', 'cells', 'tag', 'hidden'],
  ...TEXT_CATEGORIES.map((name) => `says:${name}`),
  ...CLASS_CATEGORIES.map((name) => `in:${name}`),
  ...['inArticle', 'inMain', 'depth', 'frameShare', 'frameLinks', 'frameBlocks'],
  ...Array.from({ length: LEVELS }, (_, at) => [
    `c${at}:share`,
    `c${at}:links`,
    `c${at}:prose`,
    `c${at}:blocks`,
    `c${at}:meanSize`,
    `c${at}:short`,
  ]).flat(),
  ...['mainDepth', 'mainShare', 'mainRest'],
  ...['order', 'sizeBefore', 'sinceH1', 'titleMatch', 'h1Seen', 'copies', 'isFirstCopy'],
  ...['signatureCount', 'signatureSize', 'signatureSpread'],
  ...[-3, -2, -1, 1, 2, 3].flatMap((at) => [`n${at}:size`, `n${at}:links`, `n${at}:prose`]),
  ...['proseBefore', 'proseAfter', 'lastProseSize', 'nextProseSize', 'near:prose', 'near:links'],
  ...['wide:prose', 'wide:links', 'section', 'sectionAge', 'sectionLevel', 'headingSize'],
  ...['page:size', 'page:blocks', 'page:links', 'page:prose', 'page:wide', 'page:articles'],
  ...['page:forms', 'page:pathDepth', 'page:pathDigits', 'page:slugWords', 'page:isFront'],
  ...['page:ogArticle', 'page:ogProduct', 'page:ogSite', 'page:prices', 'page:repeats'],
  ...Object.keys(TYPE_GROUPS).map((name) => `page:is${name}`),
];
export const FEATURE_COUNT: number = FEATURE_NAMES.length;

/** Features of all blocks of a page; linear in blocks and elements. */
export function pageFeatures(
  page: ParsedPage,
  blocks: readonly Block[],
  url: string | null,
): PageFeatures {
  const measures = blocks.map(measureBlock);
  const owners = blocks.map(({ element }) => (element instanceof PageElement ? element : null));
  const headings = blocks.map(({ kind }) => kind === 'heading');
  const tree = measureTree(page, owners, measures, headings);
  const hints = pageHints(page, url);
  const values = new Float32Array(blocks.length * FEATURE_COUNT);
  const signatures = signatureGroups(owners);
  const containers = containersOf(owners, tree);
  const sections = openedSections(blocks, measures, owners);
  const state = {
    page,
    blocks,
    measures,
    owners,
    tree,
    hints,
    values,
    signatures,
    containers,
    sections,
  };
  const around = surroundings(state);
  for (let index = 0; index < blocks.length; index++) writeRow(state, around, index);
  return state;
}

interface Surroundings {
  readonly total: number;
  readonly linkShare: number;
  readonly proseShare: number;
  readonly wideShare: number;
  readonly before: Float64Array;
  readonly main: PageElement | null;
  readonly firstH1: number;
  readonly title: string;
  readonly copies: Map<string, { count: number; first: number }>;
  readonly groups: Map<number, { count: number; size: number; first: number; last: number }>;
  readonly proseBefore: Int32Array;
  readonly proseAfter: Int32Array;
  readonly sumProse: Float64Array;
  readonly sumLinks: Float64Array;
  readonly sumSize: Float64Array;
  readonly prices: number;
  readonly repeats: number;
}

const log = (value: number): number => Math.log1p(value);
const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);

function surroundings(state: PageFeatures & { page: ParsedPage }): Surroundings {
  const { blocks, measures, signatures, page } = state;
  const count = blocks.length;
  const before = new Float64Array(count + 1);
  const sumProse = new Float64Array(count + 1);
  const sumLinks = new Float64Array(count + 1);
  const proseBefore = new Int32Array(count).fill(-1);
  const proseAfter = new Int32Array(count).fill(-1);
  const copies = new Map<string, { count: number; first: number }>();
  const groups = new Map<number, { count: number; size: number; first: number; last: number }>();
  let wide = 0;
  let prices = 0;
  let lastProse = -1;
  let firstH1 = -1;
  const priceBit = 1 << TEXT_CATEGORIES.indexOf('price');
  for (let index = 0; index < count; index++) {
    const measure = measures[index];
    const block = blocks[index];
    if (!measure || !block) continue;
    before[index + 1] = (before[index] ?? 0) + measure.size;
    sumProse[index + 1] = (sumProse[index] ?? 0) + (measure.isProse ? measure.size : 0);
    sumLinks[index + 1] = (sumLinks[index] ?? 0) + measure.linkSize;
    proseBefore[index] = lastProse;
    if (measure.isProse) lastProse = index;
    wide += measure.wide;
    if (measure.says & priceBit) prices += 1;
    if (firstH1 < 0 && block.kind === 'heading' && block.level === 1) firstH1 = index;
    const copy = copies.get(measure.text);
    if (copy) copy.count += 1;
    else copies.set(measure.text, { count: 1, first: index });
    const group = groups.get(signatures[index] ?? 0);
    if (group) {
      group.count += 1;
      group.size += measure.size;
      group.last = index;
    } else
      groups.set(signatures[index] ?? 0, {
        count: 1,
        size: measure.size,
        first: index,
        last: index,
      });
  }
  let nextProse = -1;
  for (let index = count - 1; index >= 0; index--) {
    proseAfter[index] = nextProse;
    if (measures[index]?.isProse) nextProse = index;
  }
  const total = before[count] ?? 0;
  let repeats = 0;
  for (const group of groups.values()) if (group.count >= 4) repeats += group.size;
  return {
    total,
    linkShare: share(sumLinks[count] ?? 0, total),
    proseShare: share(sumProse[count] ?? 0, total),
    wideShare: share(wide * 2.5, total),
    before,
    main: mainContainer(state),
    firstH1,
    title: normalTitle(page.headTitle ?? ''),
    copies,
    groups,
    proseBefore,
    proseAfter,
    sumProse,
    sumLinks,
    sumSize: before,
    prices,
    repeats: share(repeats, total),
  };
}

function writeRow(state: PageFeatures, around: Surroundings, index: number): void {
  const { blocks, measures, owners, tree, hints, values } = state;
  const block = blocks[index];
  const measure = measures[index];
  if (!block || !measure) return;
  let at = index * FEATURE_COUNT;
  const put = (value: number): void => {
    values[at] = value;
    at += 1;
  };
  const owner = owners[index] ?? null;
  const { size } = measure;
  put(log(size));
  put(log(measure.words));
  put(share(measure.wide * 2.5, size));
  put(share(measure.linkSize, size));
  put(Math.min(measure.links, 30));
  put(share(measure.digits, size));
  put(share(measure.upper, size));
  put(Math.min(measure.commas, 30));
  put(Math.min(measure.stops, 30));
  put(Math.min(measure.otherMarks, 30));
  put(Math.min(measure.separators, 20));
  put(measure.ending);
  put(Math.min(measure.images, 5));
  put(share(measure.strong, size));
  put(share(size, measure.words));
  put(measure.isProse ? 1 : 0);
  put(KINDS.indexOf(block.kind));
  put(block.level);
  put(block.kind === 'list-item' ? (block.ordinal === null ? 1 : 2) : 0);
  put(block.quoted);
  put(Math.min(block.cells.length, 20));
  put(OWN_TAGS.findIndex((tag) => tag === owner?.name));
  put(owner ? (tree.hidden[owner.index] ?? 0) : 0);
  for (let bit = 0; bit < TEXT_CATEGORIES.length; bit++) put(measure.says & (1 << bit) ? 1 : 0);
  const names = (owner?.index ?? 0) * CATEGORY_COUNT;
  for (let name = 0; name < CATEGORY_COUNT; name++) put(tree.distance[names + name] ?? FAR);
  put(owner ? (tree.article[owner.index] ?? 0) : 0);
  put(owner ? (tree.main[owner.index] ?? 0) : 0);
  put(owner ? (tree.depth[owner.index] ?? 0) : 0);
  const frame = owner ? (tree.frame[owner.index] ?? -1) : -1;
  put(frame < 0 ? 2 : share(tree.size[frame] ?? 0, around.total));
  put(frame < 0 ? -1 : share(tree.linkSize[frame] ?? 0, tree.size[frame] ?? 0));
  put(frame < 0 ? -1 : log(tree.blocks[frame] ?? 0));
  for (let level = 0; level < LEVELS; level++) {
    const container = state.containers[index * LEVELS + level] ?? 0;
    const inside = tree.size[container] ?? 0;
    const count = tree.blocks[container] ?? 0;
    put(share(inside, around.total));
    put(share(tree.linkSize[container] ?? 0, inside));
    put(share(tree.prose[container] ?? 0, inside));
    put(log(count));
    put(log(share(inside, count)));
    put(share(tree.shortBlocks[container] ?? 0, count));
  }
  writeMain(put, state, around, owner);
  put(share(index, blocks.length));
  put(share(around.before[index] ?? 0, around.total));
  put(around.firstH1 < 0 ? -50 : Math.max(-40, Math.min(60, index - around.firstH1)));
  put(titleMatch(measure.text, around.title));
  put(around.firstH1 >= 0 && index >= around.firstH1 ? 1 : 0);
  const copy = around.copies.get(measure.text);
  put(log((copy?.count ?? 1) - 1));
  put(copy?.first === index ? 1 : 0);
  const group = around.groups.get(state.signatures[index] ?? 0);
  put(log(group?.count ?? 1));
  put(log(share(group?.size ?? 0, group?.count ?? 1)));
  put(share((group?.last ?? 0) - (group?.first ?? 0), blocks.length));
  for (const offset of [-3, -2, -1, 1, 2, 3]) {
    const near = measures[index + offset];
    put(near ? log(near.size) : -1);
    put(near ? share(near.linkSize, near.size) : -1);
    put(near ? Number(near.isProse) : -1);
  }
  const lastProse = around.proseBefore[index] ?? -1;
  const nextProse = around.proseAfter[index] ?? -1;
  put(lastProse < 0 ? 60 : Math.min(60, index - lastProse));
  put(nextProse < 0 ? 60 : Math.min(60, nextProse - index));
  put(log(measures[lastProse]?.size ?? 0));
  put(log(measures[nextProse]?.size ?? 0));
  for (const reach of [WINDOW, WINDOW * 4]) {
    const from = Math.max(0, index - reach);
    const to = Math.min(blocks.length, index + reach + 1);
    const within = (around.sumSize[to] ?? 0) - (around.sumSize[from] ?? 0);
    put(share((around.sumProse[to] ?? 0) - (around.sumProse[from] ?? 0), within));
    put(share((around.sumLinks[to] ?? 0) - (around.sumLinks[from] ?? 0), within));
  }
  const section = state.sections[index];
  put(section?.category ?? 0);
  put(Math.min(40, section?.age ?? 40));
  put(section?.level ?? 0);
  put(log(section?.headingSize ?? 0));
  put(log(around.total));
  put(log(blocks.length));
  put(around.linkShare);
  put(around.proseShare);
  put(around.wideShare);
  put(Math.min(30, hints.articles));
  put(Math.min(10, hints.forms));
  put(hints.pathDepth);
  put(Math.min(12, hints.pathDigits));
  put(Math.min(12, hints.slugWords));
  put(Number(hints.isFront));
  put(Number(hints.ogType.startsWith('article')));
  put(Number(hints.ogType.startsWith('product')));
  put(Number(hints.ogType.startsWith('website')));
  put(log(around.prices));
  put(around.repeats);
  for (const pattern of Object.values(TYPE_GROUPS)) {
    put([...hints.types].some((type) => pattern.test(type)) ? 1 : 0);
  }
}

function writeMain(
  put: (value: number) => void,
  { tree }: PageFeatures,
  { main, total }: Surroundings,
  owner: PageElement | null,
): void {
  let shared: PageElement | null = owner;
  const mainDepth = main ? (tree.depth[main.index] ?? 0) : 0;
  while (shared && shared !== main && !isAncestor(shared, main)) shared = parentElement(shared);
  const depth = shared ? (tree.depth[shared.index] ?? 0) : 0;
  put(mainDepth - depth);
  put(main ? share(tree.size[main.index] ?? 0, total) : 0);
  put(owner ? (tree.depth[owner.index] ?? 0) - depth : 0);
}

/** Whether `inner` is inside `outer`, told by document order alone. */
function isAncestor(outer: PageElement, inner: PageElement | null): boolean {
  for (let at = inner; at; at = parentElement(at)) {
    if (at === outer) return true;
    if (at.index < outer.index) return false;
  }
  return false;
}

/** The smallest element that still holds most of the page's prose. */
function mainContainer({ owners, tree }: PageFeatures): PageElement | null {
  let top: PageElement | null = null;
  for (const owner of owners) {
    if (!owner) continue;
    top = owner;
    break;
  }
  while (top && parentElement(top)) top = parentElement(top);
  let main = top;
  while (main) {
    const most = (tree.prose[main.index] ?? 0) * MAIN_SHARE;
    let next: PageElement | null = null;
    for (const child of main.children) {
      if (child instanceof PageElement && (tree.prose[child.index] ?? 0) > most) next = child;
    }
    if (!next || most === 0) return main;
    main = next;
  }
  return null;
}

const MAIN_SHARE = 0.6;

/** Blocks with the same tags and classes up to their great-grandparent belong together. */
function signatureGroups(owners: readonly (PageElement | null)[]): Int32Array {
  const known = new Map<string, number>();
  const groups = new Int32Array(owners.length);
  for (let index = 0; index < owners.length; index++) {
    let signature = '';
    let at: PageElement | null = owners[index] ?? null;
    for (let level = 0; level < 3 && at; level++) {
      signature += `${at.name}.${at.attribs['class'] ?? ''}>`;
      at = parentElement(at);
    }
    const group = known.get(signature) ?? known.size;
    known.set(signature, group);
    groups[index] = group;
  }
  return groups;
}

/** Nearest ancestors that each hold more blocks than the one before. */
function containersOf(owners: readonly (PageElement | null)[], tree: TreeMeasures): Int32Array {
  const containers = new Int32Array(owners.length * LEVELS);
  for (let index = 0; index < owners.length; index++) {
    let at: PageElement | null = owners[index] ?? null;
    let inside = 0;
    let level = 0;
    let last = 0;
    while (at && level < LEVELS) {
      const count = tree.blocks[at.index] ?? 0;
      if (count > inside && (BLOCK_TAGS.has(at.name) || count > 1)) {
        containers[index * LEVELS + level] = at.index;
        last = at.index;
        inside = count;
        level += 1;
      }
      at = parentElement(at);
    }
    for (; level < LEVELS; level++) containers[index * LEVELS + level] = last;
  }
  return containers;
}

const NOT_WORD = /[^\p{L}\p{N}]+/gu;

function normalTitle(text: string): string {
  return text.toLowerCase().replace(NOT_WORD, '');
}

/** 2: the head title; 1: a large part of it; 0: something else. */
function titleMatch(text: string, title: string): number {
  if (title === '' || text.length > title.length * 3 + 20) return 0;
  const own = normalTitle(text);
  if (own === '') return 0;
  if (own === title) return 2;
  return own.length > 5 && title.includes(own) ? own.length / title.length : 0;
}
