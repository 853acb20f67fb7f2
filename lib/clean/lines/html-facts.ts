import { findDates } from '../metadata/find-dates.ts';
import { pagerOfTitle, readCompleteness } from './completeness.ts';
import { readDeclaredAddress, readLabelledAddress } from './declared-address.ts';
import type { LineContext, LineFacts } from './line-facts.ts';
import { linkedPager } from './linked-pager.ts';
import type { Pager } from './pager.ts';
import type { Line } from './scan-lines.ts';
import { isFirstFloor, sameWords } from './text-head.ts';

/** A meta line stands this close above the text; further up there are other documents' dates. */
const META_DISTANCE = 8;
/** 还剩9页未读: a viewer of pictures stands above the text that was read from them. */
const REST = /^(?:还剩|剩余|剩下) ?[1-9]\d{0,3} ?页(?:未读|未看|没读|,|$)/u;
/** A path stands above the text, or the template puts it right below. */
const PAGER_DISTANCE = 12;

/** What the page's lines say of its document, wherever the selection left them. */
export function htmlFacts(
  all: readonly Line[],
  kept: readonly Line[],
  { url, headTitle }: LineContext,
): LineFacts {
  const facts: LineFacts = { incomplete: [] };
  const first = indexOf(all, kept[0]);
  const last = lastIndexOf(all, kept.at(-1));
  if (first < 0 || last < 0) return facts;

  const lead = all.find((line) => line.lead)?.lead ?? null;
  if (lead) facts.title = lead.title;
  const crumb = pathOf(all, first);
  const site = crumb?.site ?? lead?.site ?? null;
  if (site) facts.site = site;
  const titles = [lead?.title ?? '', kept[0]?.text ?? '', ...headingsBefore(all, first)];
  const steps = crumb?.category.filter((name) => !titles.some((title) => sameWords(title, name)));
  const category = steps?.length ? steps : (lead?.category ?? []);
  if (category.length > 0) facts.category = [...category];
  addMeta(facts, all.slice(Math.max(0, first - META_DISTANCE), first).toReversed());
  const inside = new Set(kept);
  const outside = all.filter((line) => !inside.has(line));
  const declared = addressIn(all, readDeclaredAddress) ?? addressIn(outside, readLabelledAddress);
  if (declared) facts.declaredUrl = declared;
  const frame = all.filter(
    (line, at) => !inside.has(line) && (at > first || line.meta?.viewer || REST.test(line.folded)),
  );
  const pagers = all.slice(first, last + PAGER_DISTANCE);
  const above = all.slice(Math.max(0, first - META_DISTANCE), first + 1);
  const texts = kept.map((line) => line.text);
  const isFile = namesFile(headTitle, all.slice(0, first + 1));
  const state = readCompleteness(frame, texts, pagers, pagerOf(pagers, above, url), isFile);
  if (state.page !== null) facts.page = state.page;
  if (state.pageCount !== null) facts.pageCount = state.pageCount;
  facts.incomplete = [...state.incomplete];
  return facts;
}

/** 小区停车办法.docx as the heading, or as <title> with the site behind it. */
function namesFile(headTitle: string | null, above: readonly Line[]): boolean {
  if (headTitle !== null && FILE.test(headTitle)) return true;
  return above.some(({ block, text }) => block.kind === 'heading' && FILE.test(text));
}

const FILE = /\S\.(?:docx?|pdf|pptx?|xlsx?|wps)(?=$|[\s_|｜-])/iu;

/** As the links tell it, else as the title says it. */
function pagerOf(
  pagers: readonly Line[],
  above: readonly Line[],
  url: string | null,
): Pager | null {
  return linkedPager(pagers, url) ?? pagerOfTitle(above);
}

function indexOf(all: readonly Line[], line: Line | undefined): number {
  return line ? all.findIndex(({ block }) => block.where === line.block.where) : -1;
}

/** Paragraphs parted by <br> have the same place: the last of them. */
function lastIndexOf(all: readonly Line[], line: Line | undefined): number {
  return line ? all.findLastIndex(({ block }) => block.where === line.block.where) : -1;
}

function addressIn(lines: readonly Line[], read: (text: string) => string | null): string | null {
  return lines.map(({ text }) => read(text)).find((address) => address !== null) ?? null;
}

/** The labelled path, else the last one above the text. */
function pathOf(all: readonly Line[], first: number): Line['crumb'] {
  const above = all.slice(0, first + 1).flatMap(({ crumb }) => (crumb ? [crumb] : []));
  return above.find((crumb) => crumb.labelled) ?? above.at(-1) ?? null;
}

function headingsBefore(all: readonly Line[], first: number): string[] {
  return all
    .slice(0, first + 1)
    .flatMap(({ block, text }) => (block.kind === 'heading' ? [text] : []));
}

/** The nearest meta line above the text. */
function addMeta(facts: LineFacts, nearest: readonly Line[]): void {
  const dated = nearest.find((line) => line.meta?.publishedAt || isFirstFloor(line));
  const published = dated?.meta?.publishedAt ?? (dated ? findDates(dated.text)[0]?.iso : undefined);
  if (published) facts.publishedAt = published;
  const author = nearest.find((line) => line.meta?.author)?.meta?.author;
  if (author) facts.author = author;
}
