import type { Block } from '../block.ts';
import { wordKey } from './fold.ts';
import type { FrameLine } from './page-frame.ts';
import { childNames, namesIn } from './page-links.ts';
import { isHomeName, isMenuEntry, isTitleStep, type PathContext, shelvesOf } from './path-names.ts';
import { isShelfList, type SitePath } from './site-path.ts';

const MOST_LINKS = 5;
const LONGEST_LINK = 14;
/** A path between bars stands this close above the title. */
const ADJACENT = 2;
const MOST = 6;

/** Shelves that a line or a list of links above the document says; null if none does. */
export function pageShelves(
  head: readonly FrameLine[],
  context: PathContext,
): readonly string[] | null {
  const titleAt = titleIndex(head, context.title);
  let best: { names: readonly string[]; rank: number } | null = null;
  for (const [at, line] of head.entries()) {
    if (line.kept && at !== titleAt - 1) continue;
    const found = shelvesIn(line, titleAt - at, context);
    if (found && found.rank < (best?.rank ?? Number.POSITIVE_INFINITY)) best = found;
  }
  return best?.names.slice(0, MOST) ?? linkedShelves(head, titleAt, context);
}

/** `above`: how many lines above the title it stands. */
function shelvesIn(
  line: FrameLine,
  above: number,
  context: PathContext,
): { names: readonly string[]; rank: number } | null {
  const path = wordKey(line.text) === wordKey(context.title) ? null : line.path;
  if (!path || isShelfList(path) || (path.bar && path.names.some(isMenuEntry))) return null;
  const { names, anchored, ends } = shelvesOf(path, context);
  const isAdjacent = path.strong && above > 0 && above <= ADJACENT;
  const rank = rankOf(path, ends, above);
  return (anchored || isAdjacent) && names.length > 0 && rank !== null ? { names, rank } : null;
}

/** Paths between arrows are surest, then those with a label or an end; menus stand between bars too. */
function rankOf({ strong, labelled, bar }: SitePath, ends: boolean, above: number): number | null {
  if (strong) return labelled || ends ? 0 : 1;
  if (labelled || ends) return 2;
  if (!bar) return 3;
  return above > 0 && above <= ADJACENT ? 4 : null;
}

/** The last line that is the title; the end of the head if none is. */
function titleIndex(head: readonly FrameLine[], title: string): number {
  const key = wordKey(title);
  const at = key === '' ? -1 : head.findLastIndex(({ text }) => wordKey(text) === key);
  return at < 0 ? head.length : at;
}

/** Links or list items right above the title, the first to the front page. */
function linkedShelves(
  head: readonly FrameLine[],
  titleAt: number,
  context: PathContext,
): readonly string[] | null {
  const run = linksAbove(head, titleAt);
  const [first = '', ...others] = run;
  const leads =
    isHomeName(first) ||
    context.sites.some((site) => wordKey(site) === wordKey(first)) ||
    isNested(head[titleAt - 1]);
  if (!leads || others.length === 0 || run.length > MOST_LINKS) return null;
  if (run.some((name) => name.length > LONGEST_LINK && !isTitleStep(name, context.title)))
    return null;
  if (others.some(isMenuEntry)) return null;
  const names = run.map((name) => name.replace(TRAILING, ''));
  const shelves = shelvesOf(
    { names, labelled: false, shelf: false, strong: true, bar: false },
    context,
  );
  return shelves.names.length > 0 ? shelves.names : null;
}

/** /insight, /insight/labour: each link of the line leads to a part of what the one before leads to. */
function isNested(line: FrameLine | undefined): boolean {
  const links = (line?.block.cells.flat() ?? []).flatMap(({ href }) => href ?? []);
  const places = links.filter((href, at) => href !== links[at - 1]);
  return (
    places.length > 1 &&
    places.slice(1).every((href, at) => href.startsWith(`${(places[at] ?? '').replace(END, '')}/`))
  );
}

const END = /\/(?:index\.\w{1,5})?$/u;
const TRAILING = /\s?[›>»/→]$/u;

function linksAbove(head: readonly FrameLine[], titleAt: number): string[] {
  const last = head[titleAt - 1];
  if (last?.block.kind !== 'list-item') return last ? linkTexts(last.block) : [];
  const { group } = last.block;
  const names: string[] = [];
  for (let at = titleAt - 1; at >= 0; at -= 1) {
    const line = head[at];
    if (line?.block.kind !== 'list-item' || line.block.group !== group) break;
    names.unshift(line.text.replace(TRAILING, ''));
  }
  return names;
}

/** The links of a line's element, if they are all of the line: pictures or styles part them, and not all lead anywhere. */
function elementSteps({ element, cells }: Block): string[] {
  if (!element) return [];
  const key = wordKey(
    cells
      .flat()
      .map(({ text }) => text)
      .join(''),
  );
  const isAll = (names: readonly string[]): boolean =>
    names.length > 1 && wordKey(names.join('')) === key;
  return [namesIn(element), childNames(element)].find(isAll) ?? [];
}

/** The texts of a line's links if it is nothing but links. */
function linkTexts(block: Block): string[] {
  const steps = elementSteps(block);
  if (steps.length > 0) return steps;
  const spans = block.cells.flat().filter(({ text }) => text.trim() !== '');
  const links = spans.filter(({ href }) => href !== undefined);
  const rest = spans.filter(({ href }) => href === undefined).map(({ text }) => text.trim());
  if (rest.some((text) => wordKey(text).length > LONGEST_LINK)) return [];
  const names = links.map(({ text }) => text.trim());
  const own = rest.filter((text) => wordKey(text) !== '');
  return own.length <= 1 ? [...names, ...own] : [];
}
