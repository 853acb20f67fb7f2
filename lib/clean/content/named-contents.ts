import { type PageElement, parentElement } from '../dom/page-element.ts';
import { once } from '../once.ts';
import { isInside } from './labelled-boxes.ts';
import type { PageFeatures } from './page-features.ts';

/** 目录, 本词条目录 收起, 目 录第一章… */
const LABEL =
  /^(?:[[【]?\s?)(?:本?(?:词条|文|页|章|书|規|规)?目\s{0,2}[录錄]|文章目[录錄]|本文(?:导航|導航|大纲|提纲)|内容(?:导航|導航))(?:\s?(?:收起|展开|隐藏|[\]】:：]|\[(?:收起|展开|隐藏|隱藏)\])){0,2}/u;
/** A heading with more words is a sentence. */
const LONGEST = 40;
/** So many headings that come again below make a list of contents. */
const LEAST = 3;
/** The page's own list is read up to here. */
const MOST = 80;
const NOT_WORD = /[^\p{L}]+/gu;

/**
 * Indexes of the blocks that a label (目录) announces and that come again below as lines of their own, one after the other,
 * whether they are links or not: the headings are the document's, their list in a box above it is the page's. In the same
 * box as the text the list is the document's too, as that of a law.
 */
export function namedContents({ measures, owners }: PageFeatures): ReadonlySet<number> {
  const found = new Set<number>();
  // Few pages have such a label: only theirs are asked for the words of all lines.
  const wordsOfAll = once(() =>
    measures.map(({ text }) => (text.length <= LONGEST ? wordsOf(text) : '')),
  );
  for (const [index, { text }] of measures.entries()) {
    const label = LABEL.exec(text)?.[0];
    const owner = owners[index];
    if (label === undefined || !owner) continue;
    const rest = wordsOf(text.slice(label.length));
    const words = wordsOfAll();
    const list = rest === '' ? listBelow(index, words) : listInside(rest, index, words);
    const box = rest === '' ? parentElement(owner) : owner;
    const isApart = list.headings.every(
      (heading) => !isBeside(owners[heading] ?? null, box, rest !== ''),
    );
    if (list.headings.length >= LEAST && isApart) {
      for (const entry of [index, ...list.entries]) found.add(entry);
    }
  }
  return found;
}

interface Contents {
  /** The lines of the list, without its label. */
  readonly entries: readonly number[];
  /** Where they come again. */
  readonly headings: readonly number[];
}

/** Whether a heading stands in the box, or, for a list that is one block, right beside it. */
function isBeside(heading: PageElement | null, box: PageElement | null, isOne: boolean): boolean {
  if (!heading || !box) return true;
  return isOne ? parentElement(heading) === parentElement(box) : isInside(heading, box);
}

/** The lines below the label that come again further down; the first heading of the text does not. */
function listBelow(label: number, words: readonly string[]): Contents {
  const last = new Map(words.map((said, index) => [said, index]));
  const run: number[] = [];
  const seen = new Set<string>();
  for (let index = label + 1; index < words.length && run.length < MOST; index += 1) {
    const said = words[index] ?? '';
    if (said === '') continue;
    if (seen.has(said) || (last.get(said) ?? 0) <= index) break;
    seen.add(said);
    run.push(index);
  }
  return { entries: run, headings: run.map((entry) => last.get(words[entry] ?? '') ?? entry) };
}

/** The lines below, in order, of which the text consists; none if it says anything else. */
function listInside(text: string, label: number, words: readonly string[]): Contents {
  const headings: number[] = [];
  let rest = text;
  for (let index = label + 1; index < words.length && rest !== ''; index += 1) {
    const said = words[index] ?? '';
    if (said === '' || !rest.startsWith(said)) continue;
    rest = rest.slice(said.length);
    headings.push(index);
  }
  return { entries: [], headings: rest === '' ? headings : [] };
}

function wordsOf(text: string): string {
  return text.replace(NOT_WORD, '');
}
