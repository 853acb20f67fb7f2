import { applyEdits, type Block, blockText, type Cut, type Edit, editBlock } from '../block.ts';
import { insertions } from '../inserted/insertions.ts';
import { frameNames, mastheads } from './frame-names.ts';
import type { Identity } from './identity.ts';
import { disjoint, type Range } from './mark-places.ts';
import { learnOwner } from './own-names.ts';
import { repeatedMarks, repeatedNames } from './repeated-names.ts';
import { markingNames, watermarksIn } from './watermarks.ts';

/** What a page says of itself. */
export interface Frame {
  readonly url: string | null;
  readonly headTitle: string | null;
  /** All that is visible; what is not kept of it is the frame. */
  readonly visible: readonly Block[];
  /** Promotion that was cut out of its sentences already. */
  readonly inserted?: readonly string[];
}

/** The kept blocks without the marks that the site put into their sentences. */
export function cutWatermarks(
  kept: readonly Block[],
  frame: Frame,
): { readonly blocks: readonly Block[]; readonly cuts: readonly Cut[] } {
  const texts = kept.map(blockText);
  const said = frame.inserted ?? [];
  const lines = [...frameLines(frame.visible, kept, texts), ...said];
  const heads = mastheads(lines);
  const identity: Identity = {
    host: hostOf(frame.url),
    names: frameNames(frame.headTitle, lines),
    mastheads: heads,
    frame: lines,
    ...learnOwner(lines, texts, heads),
  };
  const marking = markingNames(texts, identity);
  const repeated = repeatedNames(texts);
  const marks = texts.map((text) =>
    disjoint([...watermarksIn(text, identity, marking), ...repeatedMarks(text, repeated)]),
  );
  const inserted = insertions(texts, marks, { identity, isProven: said.length > 0 });
  const cuts: Cut[] = [];
  const blocks = kept.flatMap((block, index) => {
    if (block.kind === 'code') return [block];
    const edits: Edit[] = [];
    const text = texts[index] ?? '';
    for (const { from, to } of wholeOrParts(text, inserted[index] ?? [])) {
      edits.push({ from, to, insert: '' });
      cuts.push({ block, from, to, step: 'cut-watermarks', reason: 'promotion' });
    }
    if (edits.length === 0) return [block];
    const rest = editBlock(block, edits);
    return blockText(rest) === '' ? [] : [rest];
  });
  return { blocks, cuts };
}

/** A line of nothing but marks and brackets goes with its brackets. */
function wholeOrParts(text: string, marks: readonly Range[]): readonly Range[] {
  if (marks.length === 0) return marks;
  const rest = applyEdits(
    text,
    marks.map((mark) => ({ ...mark, insert: '' })),
  );
  return WORD.test(rest) ? marks : [{ from: 0, to: text.length }];
}

const WORD = /[\p{L}\p{N}]/u;

/** The short lines that are not of the document. */
function frameLines(
  visible: readonly Block[],
  kept: readonly Block[],
  texts: readonly string[],
): string[] {
  const own = new Set(texts);
  // A line that promotion was cut out of is the document's still.
  const places = new Set(kept.map(({ where }) => where));
  return visible
    .filter(({ where }) => !places.has(where))
    .map(blockText)
    .filter((text) => text.length <= LONGEST_FRAME_LINE && !own.has(text));
}

const LONGEST_FRAME_LINE = 120;

function hostOf(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  return new URL(url).hostname || null;
}
