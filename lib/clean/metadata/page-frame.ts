import { type Block, blockText } from '../block.ts';
import { beginsInside } from '../lines/begins-inside.ts';
import { joinBrokenPaths } from './broken-path.ts';
import { partInnerPath } from './inner-path.ts';
import { lineText } from './line-text.ts';
import { openPath } from './open-path.ts';
import { plainLine } from './plain-line.ts';
import { readPath, type SitePath } from './site-path.ts';

/** A line of the page near the document. */
export interface FrameLine {
  readonly text: string;
  /** It is part of what was kept as the document's text. */
  readonly kept: boolean;
  readonly block: Block;
  /** Where the page stands in its site, if the line says so; read when first asked. */
  readonly path: SitePath | null;
}

/** The lines around the document that can speak of it. */
export interface PageFrame {
  /** Above the first paragraph, in order; a title or a date that was kept with the text is here too. */
  readonly head: readonly FrameLine[];
  /** Right below the text. */
  readonly tail: readonly FrameLine[];
  /** The page's last lines. */
  readonly foot: readonly FrameLine[];
  /** How the first paragraph begins. */
  readonly opening: string;
  /** The page begins with a line that is inside its document: no title stands above it. */
  readonly opensInside: boolean;
}

export const EMPTY_FRAME: PageFrame = {
  head: [],
  tail: [],
  foot: [],
  opening: '',
  opensInside: false,
};

const ABOVE = 60;
const BELOW = 16;
const FOOT = 8;
/** Short lines a text may begin with before its first paragraph: salutation, number, subtitle. */
const SHORT_LINES = 4;
const PROSE = 40;
/** Questions and exclamations are titles too. */
const SENTENCE = /[。；;]["”』」）)]?$/u;
const MAX_LINE = 400;

/** Collects the lines; at most some ninety blocks are read. */
export function pageFrame(all: readonly Block[], kept: readonly Block[]): PageFrame {
  const keptAt = new Set(kept.map(({ where }) => where));
  const start = indexOf(all, kept[0], all.length);
  const end = kept.length === 0 ? all.length - 1 : lastIndexOf(all, kept.at(-1));
  const headEnd = proseFrom(all, keptAt, start);
  const lines = (from: number, to: number): FrameLine[] =>
    all.slice(Math.max(0, from), Math.max(0, to)).flatMap((block) => linesOf(block, keptAt));
  const tailEnd = Math.min(all.length, end + 1 + BELOW);
  return {
    head: joinBrokenPaths(lines(start - ABOVE, headEnd), joined),
    tail: lines(end + 1, tailEnd),
    foot: lines(Math.max(tailEnd, all.length - FOOT), all.length),
    opening: openingOf(all[headEnd]),
    opensInside: start === 0 && beginsInside(kept),
  };
}

const OPENING = 40;

const openingOf = (block: Block | undefined): string =>
  block ? blockText(block).trimStart().slice(0, OPENING) : '';

function linesOf(block: Block, keptAt: ReadonlySet<string>): FrameLine[] {
  const kept = keptAt.has(block.where);
  const text = lineText(block);
  // <title> is read as what it is, not as a line of the page.
  if (text.length > MAX_LINE || block.element?.name === 'title') return [];
  const lines: FrameLine[] = [];
  for (const raw of text.split('\n')) {
    const line = plainLine(raw);
    for (const part of kept ? [line] : partInnerPath(line)) {
      if (part !== '') lines.push(new ReadLine(part, kept, block));
    }
  }
  return lines;
}

/** Several lines of the page that are one. */
const joined = ({ block }: FrameLine, text: string): FrameLine => new ReadLine(text, false, block);

/** A line whose path is read once: five readers ask for it. */
class ReadLine implements FrameLine {
  readonly text: string;
  readonly kept: boolean;
  readonly block: Block;
  private own: SitePath | null | undefined;

  constructor(text: string, kept: boolean, block: Block) {
    this.text = text;
    this.kept = kept;
    this.block = block;
  }

  get path(): SitePath | null {
    if (this.own === undefined) this.own = readPath(this.text) ?? openPath(this.text);
    return this.own;
  }
}

/** The first kept paragraph; a text of short lines begins after a few of them. */
function proseFrom(all: readonly Block[], keptAt: ReadonlySet<string>, start: number): number {
  let short = 0;
  for (let at = start; at < all.length; at += 1) {
    const block = all[at];
    if (!block || !keptAt.has(block.where)) continue;
    const text = blockText(block).trim();
    if (text.length >= PROSE || SENTENCE.test(text)) return at;
    short += 1;
    if (short > SHORT_LINES) return at;
  }
  return all.length;
}

function indexOf(all: readonly Block[], block: Block | undefined, none: number): number {
  const at = block ? all.findIndex(({ where }) => where === block.where) : -1;
  return at < 0 ? none : at;
}

function lastIndexOf(all: readonly Block[], block: Block | undefined): number {
  return block ? all.findLastIndex(({ where }) => where === block.where) : -1;
}
