import type { RemovalReason } from '#lib/model/removal.ts';
import { blockText, type Cut } from '../block.ts';
import type { Selection } from '../content/select-content.ts';
import { noDocumentLines } from './no-document-lines.ts';

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
  const reason: RemovalReason = noDocument === 'login-wall' ? 'login' : 'boilerplate';
  const cuts = selection.kept.map(
    (block): Cut => ({ block, from: 0, to: blockText(block).length, step: STEP, reason }),
  );
  return { ...selection, kept: [], cuts: [...selection.cuts, ...cuts], noDocument };
}
