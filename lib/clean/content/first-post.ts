import { PageElement } from '../dom/page-element.ts';
import { isInside } from './labelled-boxes.ts';
import { addAt, at } from './numbers.ts';
import type { PageFeatures } from './page-features.ts';

/** 发表于 2012-5-20 09:16, 由 某某 » 週日 11月 08, 2015, 2楼2016-02-02 00:03回复, 只看该作者: what only the head or the foot of a forum's post says. */
const POST =
  /(?:发表于|發表於|回复于|\d[楼樓#]|楼主|樓主).{0,12}(?:19|20)\d\d[-/年.]\d{1,2}[-/月.]\d{1,2}|(?:19|20)\d\d-\d{1,2}-\d{1,2} \d{1,2}:\d\d.{0,8}(?:回复|回應|引用|举报)|^由 [^»]{1,30} » [^»]{0,20}(?:19|20)\d\d|(?:引用|回复|编辑|举报|短信|收藏|引用回复)[ \u3000]{1,2}(?:楼主|樓主|第 ?\d{1,5} ?[楼樓])$|只看(?:该作者|該作者|楼主|层主|此人|TA|他|她)/u;
const LONGEST_HEAD = 100;
/** The first post is the document if its text is at least this share of what was kept; else the thread is. */
const OWN_SHARE = 0.7;
/** What a post's text is made of, is no box. */
const TEXT_TAGS = new Set([
  'p',
  'span',
  'a',
  'b',
  'strong',
  'em',
  'i',
  'font',
  'pre',
  'blockquote',
]);

/**
 * Where a thread opens with a document, what stands below the box of its text is not part of it: the writer's signature,
 * the tools of the floor, short replies that read like text.
 */
export function dropBelowFirstPost(
  features: PageFeatures,
  kept: boolean[],
  isAnswer = false,
): void {
  const { measures, owners, context } = features;
  const isThread =
    isAnswer ||
    isDeclaredThread(context.hints.types) ||
    measures.some(({ text }) => text.length <= LONGEST_HEAD && POST.test(text));
  const own = isThread ? postBox(features, kept) : null;
  if (!own) return;
  const inside = owners.map((owner) => owner !== null && isInside(owner, own));
  const end = inside.findLastIndex((is, index) => is && kept[index]);
  for (let index = end + 1; index < kept.length; index += 1) kept[index] = false;
}

const isDeclaredThread = (types: ReadonlySet<string>): boolean =>
  types.has('DiscussionForumPosting') || types.has('QAPage');

/** The innermost box with most of what was kept; null if that is the whole page. */
function postBox(features: PageFeatures, kept: readonly boolean[]): PageElement | null {
  const { tree, page } = features.context;
  const { elements } = page;
  const sizes = keptSizes(features, kept);
  const least = at(sizes, 0) * OWN_SHARE;
  let box: PageElement | null = null;
  for (let inner = elements[0]; inner && least > 0; ) {
    const next: unknown = inner.children.find(
      (child) => child instanceof PageElement && at(sizes, child.index) >= least,
    );
    if (!(next instanceof PageElement) || TEXT_TAGS.has(next.name)) break;
    // A paragraph may be a box, too.
    if (at(tree.blocks, next.index) < 2) break;
    box = next;
    inner = next;
  }
  return box;
}

/** By element: size of what was kept in it. */
function keptSizes(
  { context, owners, measures }: PageFeatures,
  kept: readonly boolean[],
): Float64Array {
  const { elements } = context.page;
  const sizes = new Float64Array(elements.length);
  owners.forEach((owner, index) => {
    if (owner && kept[index]) addAt(sizes, owner.index, measures[index]?.size ?? 0);
  });
  for (let index = elements.length - 1; index > 0; index -= 1) {
    const up = elements[index]?.parent;
    if (up instanceof PageElement) addAt(sizes, up.index, at(sizes, index));
  }
  return sizes;
}
