import type { NoDocument } from '#lib/model/cleaning.ts';
import type { RemovalReason } from '#lib/model/removal.ts';
import { type Block, blockText, type Cut } from '../block.ts';
import type { Selection } from '../content/select-content.ts';
import type { LineResult } from '../lines/line-facts.ts';
import { noDocumentLines, noDocumentText } from './no-document-lines.ts';

const STEP = 'assess';

/**
 * The selection, said to hold no document if the page's own lines say so. Of an error or a wall nothing is kept, a list
 * keeps its best reading. What a source definition selected is not doubted.
 */
export function withoutDocument(selection: Selection): Selection {
  if (selection.noDocument !== null || selection.ruled !== null) return selection;
  const noDocument = noDocumentLines(selection.kept, selection.visible);
  if (noDocument === null) return selection;
  if (noDocument === 'list-page') return { ...selection, noDocument };
  const cuts = cutAll(selection.kept, noDocument);
  return { ...selection, kept: [], cuts: [...selection.cuts, ...cuts], noDocument };
}

/** The same of an extracted text, by what the line rules left of it. */
export function withoutTextDocument(
  selection: Selection,
  lines: LineResult,
): { selection: Selection; lines: LineResult } {
  const noDocument = noDocumentText(lines.blocks, selection.visible);
  if (noDocument === null) return { selection, lines };
  const said = { ...selection, noDocument };
  if (noDocument === 'list-page') return { selection: said, lines };
  const cuts = [...lines.cuts, ...cutAll(lines.blocks, noDocument)];
  return { selection: said, lines: { ...lines, blocks: [], cuts } };
}

function cutAll(blocks: readonly Block[], noDocument: NoDocument): Cut[] {
  const reason: RemovalReason = noDocument === 'login-wall' ? 'login' : 'boilerplate';
  return blocks.map((block) => ({
    block,
    from: 0,
    to: blockText(block).length,
    step: STEP,
    reason,
  }));
}
