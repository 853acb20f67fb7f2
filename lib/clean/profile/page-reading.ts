import { type Block, blockText, type Cut } from '../block.ts';
import { denseRun, isInside, type Run } from './dense-run.ts';
import { type Candidate, candidate, type DocumentLine, documentLines } from './document-lines.ts';
import { pathSignatures } from './path-signatures.ts';

/** A block and its place among all blocks of the page. */
export interface PlacedBlock {
  readonly block: Block;
  readonly place: number;
}

/** A block that was cut without a stated reason. */
export interface Unsaid {
  readonly cut: Cut;
  readonly place: number;
  readonly path: string;
}

/** The page as it is read without a profile: what a profile may speak of. */
export interface PageReading {
  readonly all: readonly Block[];
  readonly kept: readonly PlacedBlock[];
  readonly lines: readonly DocumentLine[];
  /** Index of the first line that is not the document's title. */
  readonly firstLine: number;
  readonly run: Run | null;
  /** Where most of the running text stands. */
  readonly mainPath: string | null;
  /** Kept lines that could be the site's, in page order. */
  readonly candidates: readonly Candidate[];
  readonly unsaid: readonly Unsaid[];
  /** Paths of all that was cut close to the document, with the size of the text there. */
  readonly cutPaths: ReadonlyMap<string, number>;
}

/** Paragraphs at these distances from either end of a document may be the site's word. */
const EDGE_BEFORE = 3;
const EDGE_AFTER = 4;
/** A longer line inside the document that is no paragraph is a verse, an item, an address. */
const LONGEST_INSIDE = 40;
const MOSTLY = 0.5;
/** Blocks around the document whose paths are counted. */
const ABOVE = 6;
const BELOW = 12;
const SELECTION = 'content';

export function readPage(
  all: readonly Block[],
  kept: readonly Block[],
  cuts: readonly Cut[],
): PageReading {
  const pathOf = pathSignatures();
  const placed = placesOf(all, kept);
  const lines = placed.flatMap(({ block, place }) => documentLines(block, place, pathOf(block)));
  const isTitle = lines[0]?.block.kind === 'heading' && lines[0].block.level === 1;
  const firstLine = isTitle ? 1 : 0;
  const run = denseRun(lines, firstLine);
  const mainPath = pathOfMostProse(lines);
  const candidates = lines.flatMap((line, at) => {
    const isPossible = line.isProse
      ? !isInside(run, at) && (isAtEdge(at, lines.length) || isApart(line, mainPath))
      : line.text.length <= LONGEST_INSIDE || !isInside(run, at) || isApart(line, mainPath);
    return isPossible ? (candidate(line, at) ?? []) : [];
  });
  const from = Math.max(0, (placed[0]?.place ?? 0) - ABOVE);
  const to = Math.min(all.length - 1, (placed.at(-1)?.place ?? -1) + BELOW);
  const cutBlocks = new Map(cuts.map((cut) => [cut.block, cut]));
  const unsaid: Unsaid[] = [];
  const cutPaths = new Map<string, number>();
  for (let place = from; place <= to; place += 1) {
    const block = all[place];
    const cut = block && cutBlocks.get(block);
    const path = cut && pathOf(cut.block);
    if (!cut || path === null || path === undefined) continue;
    cutPaths.set(path, (cutPaths.get(path) ?? 0) + blockText(cut.block).length);
    if (cut.step === SELECTION && cut.reason === 'boilerplate') unsaid.push({ cut, place, path });
  }
  return {
    all,
    kept: placed,
    lines,
    firstLine,
    run,
    mainPath,
    candidates,
    unsaid,
    cutPaths,
  };
}

/** Its place or its links set the line apart from the document's paragraphs. */
export function isApart(line: DocumentLine, mainPath: string | null): boolean {
  return line.linkShare >= MOSTLY || line.path !== mainPath;
}

function isAtEdge(at: number, count: number): boolean {
  return at < EDGE_BEFORE || at >= count - EDGE_AFTER;
}

function pathOfMostProse(lines: readonly DocumentLine[]): string | null {
  const sizes = new Map<string, number>();
  for (const { isProse, path, text } of lines)
    if (isProse && path !== null) sizes.set(path, (sizes.get(path) ?? 0) + text.length);
  let most: string | null = null;
  for (const [path, size] of sizes) if (most === null || size > (sizes.get(most) ?? 0)) most = path;
  return most;
}

/** A block that was edited since is found by where it stands, below the one before it. */
function placesOf(all: readonly Block[], kept: readonly Block[]): PlacedBlock[] {
  const places = new Map(all.map((block, at) => [block, at]));
  let next = 0;
  return kept.map((block) => {
    let place = places.get(block);
    if (place === undefined) {
      while (next < all.length && all[next]?.where !== block.where) next += 1;
      place = next;
    }
    next = place + 1;
    return { block, place };
  });
}
