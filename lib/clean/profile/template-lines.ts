import {
  type HostProfile,
  hasTemplateEdge,
  type LineStanding,
  lineStanding,
  pathStanding,
  siteNames,
} from '#lib/model/host-profile.ts';
import type { Block } from '../block.ts';
import { PageElement, parentElement } from '../dom/page-element.ts';
import type { Candidate } from './document-lines.ts';
import { normalLine } from './line-key.ts';
import type { PageReading } from './page-reading.ts';

/** A profile that takes more of the text than this is wrong about the page, and takes nothing. */
const MOST_CUT = 0.4;
const MOSTLY = 0.5;
/** Shorter lines may be anything: 完, 谢谢, a name. */
const SHORTEST_MARK = 4;
const SHORTEST_EDGE = 6;
const SHORTEST_NAME = 3;
/** Titles of other documents that stand below the site's last word. */
const MOST_PASSED = 4;
/** Blocks of a box that holds a prompt or a list. */
const LARGEST_BOX = 40;
/** Words a site says around its name. */
const AROUND_NAME = 16;

/** What is judged of a candidate once, whatever stands around it. */
interface Judged {
  readonly one: Candidate;
  readonly standing: LineStanding;
  readonly isRepeated: boolean;
}

/**
 * Places (in `page.lines`) of the lines that are the site's: repeated on many pages of the host, no form of
 * the genre, no paragraph of the densest run, and told by something else than their number: by links, by
 * a path where no document has text of its own, by the site's name, by standing in a box of such lines or several
 * times in one document, or by standing outermost.
 */
export function templateLines(page: PageReading, profile: HostProfile): ReadonlySet<number> {
  const judged = page.candidates.map((one): Judged => {
    const standing = lineStanding(profile, one.key);
    return { one, standing, isRepeated: standing === 'repeated' || standing === 'common' };
  });
  const evidence = witnesses(page, profile, judged);
  const found = new Set<number>();
  for (const each of judged) if (evidence(each)) found.add(each.one.at);
  addOutermost(found, page, profile, judged);
  return isTooMuch(page, found) ? new Set() : found;
}

/** The line stands where documents of this host have no text of their own. */
function isFramed(page: PageReading, profile: HostProfile, { line: { path } }: Candidate): boolean {
  return path !== null && path !== page.mainPath && pathStanding(profile, path) === 'frame';
}

/** Whether something besides its number says that a line is the site's. */
function witnesses(
  page: PageReading,
  profile: HostProfile,
  judged: readonly Judged[],
): (each: Judged) => boolean {
  const names = siteNames(profile)
    .map(normalLine)
    .filter(({ length }) => length >= SHORTEST_NAME);
  const times = Map.groupBy(judged, ({ one }) => one.key);
  const isBoxed = boxes(page, judged);
  const isNamed = ({ normal }: Candidate): boolean =>
    names.some((name) => normal.length <= name.length + AROUND_NAME && normal.includes(name));
  const isMark = ({ key, normal }: Candidate): boolean =>
    normal.length >= SHORTEST_MARK && (times.get(key)?.length ?? 0) > 1;

  // Notes that differ by a figure, or that some documents have and others not, say something of theirs.
  const isPrompt = ({ one, standing }: Judged): boolean =>
    standing === 'common' &&
    !one.normal.includes('0') &&
    (!one.isHeadingShaped || isMark(one)) &&
    isFramed(page, profile, one);

  return (each) => {
    const { one, isRepeated } = each;
    const { line } = one;
    const isLinked = line.linkShare >= MOSTLY;
    // Other documents' titles differ from page to page: where they stand tells them, and that they are links.
    if (!isRepeated) return isLinked && !line.isProse && isFramed(page, profile, one);
    if (isLinked || isBoxed(one)) return true;
    if (line.block.kind === 'heading') return false;
    return isNamed(one) || isPrompt(each);
  };
}

/**
 * Whether a line stands in a box of its own with others that are gone or repeated, and with nothing else:
 * 把文章带走 above a button, a label above a list.
 */
function boxes(page: PageReading, judged: readonly Judged[]): (one: Candidate) => boolean {
  const repeated = new Set(judged.filter(({ isRepeated }) => isRepeated).map(({ one }) => one.at));
  const own = new Set<number>();
  for (const [at, { place }] of page.lines.entries()) if (!repeated.has(at)) own.add(place);
  const known = new Map<number, boolean>();
  return ({ line: { block, place } }) => {
    const box = block.element instanceof PageElement ? parentElement(block.element) : null;
    if (box === null) return false;
    let isOfSite = known.get(box.index);
    if (isOfSite === undefined) {
      isOfSite = isBoxOfSite(page.all, place, box, own);
      known.set(box.index, isOfSite);
    }
    return isOfSite;
  };
}

function isBoxOfSite(
  all: readonly Block[],
  place: number,
  box: PageElement,
  own: ReadonlySet<number>,
): boolean {
  let from = place;
  while (from > 0 && isWithin(all[from - 1], box) && place - from < LARGEST_BOX) from -= 1;
  let to = place + 1;
  while (to < all.length && isWithin(all[to], box) && to - from < LARGEST_BOX) to += 1;
  if (to - from < 2 || to - from >= LARGEST_BOX) return false;
  for (let at = from; at < to; at += 1) if (own.has(at)) return false;
  return true;
}

function isWithin(block: Block | undefined, box: PageElement): boolean {
  const element = block?.element;
  if (!(element instanceof PageElement)) return false;
  for (let at: PageElement | null = element; at && at.index >= box.index; at = parentElement(at))
    if (at === box) return true;
  return false;
}

/**
 * From either end inwards as long as the lines are the site's: below and above a document it speaks. A short
 * line without a mark may be the document's first heading or its last word, unless it stands below all else
 * where no document has text of its own.
 */
function addOutermost(
  found: Set<number>,
  page: PageReading,
  profile: HostProfile,
  judged: readonly Judged[],
): void {
  const at = new Map(judged.map((each) => [each.one.at, each]));
  const isOuter = (place: number, edge: 'first' | 'last', mayBeShort: boolean): boolean => {
    const each = at.get(place);
    return (
      each?.isRepeated === true &&
      (!each.one.isHeadingShaped || (mayBeShort && isFramed(page, profile, each.one))) &&
      each.one.normal.length >= SHORTEST_EDGE &&
      (each.standing === 'common' || hasTemplateEdge(profile, edge))
    );
  };
  let passed = 0;
  for (let place = page.lines.length - 1; place >= 0 && passed <= MOST_PASSED; place -= 1) {
    if (isOuter(place, 'last', passed === 0)) found.add(place);
    if (found.has(place)) continue;
    passed += 1;
    if (at.get(place)?.one.line.isProse !== false) break;
  }
  for (let place = page.firstLine; place < page.lines.length; place += 1) {
    if (isOuter(place, 'first', false)) found.add(place);
    if (!found.has(place)) break;
  }
}

function isTooMuch({ lines }: PageReading, found: ReadonlySet<number>): boolean {
  let all = 0;
  let cut = 0;
  for (const [at, { text }] of lines.entries()) {
    all += text.length;
    if (found.has(at)) cut += text.length;
  }
  return cut > all * MOST_CUT;
}
