import type { RemovalReason } from '#lib/model/removal.ts';
import { keepEditedHeadings } from './edited-headings.ts';
import { keepOptions } from './exam-options.ts';
import { fillGaps } from './fill-gaps.ts';
import { fillSections } from './fill-sections.ts';
import { settleFrame } from './frame-around.ts';
import { keepHeadRows } from './head-rows.ts';
import { keepInnerHeadings } from './inner-headings.ts';
import { keepNotedVerses } from './noted-verses.ts';
import { keepNumbers } from './number-headings.ts';
import { keepOpeningTitle } from './opening-title.ts';
import type { PageFeatures } from './page-features.ts';
import { keepFirstPiece } from './piece-headings.ts';
import { keepSignedOffices } from './signed-offices.ts';

/** Less than this share of the longest prose kept means the decision went wrong. */
const MIN_KEPT = 60;

/** Guards against both errors: holes in running text, and nothing left of a page that has prose. */
export function mend(
  features: PageFeatures,
  chosen: readonly boolean[],
  probabilities: Float64Array,
  fixed: readonly (RemovalReason | null)[],
): boolean[] {
  const poem = keepNotedVerses(features, keepOptions(features, chosen, fixed), fixed);
  const numbered = keepNumbers(features, poem, fixed);
  const gapless = fillGaps(features, numbered, probabilities, fixed);
  const headed = keepInnerHeadings(features, settleFrame(features, gapless, fixed), fixed);
  const edited = keepEditedHeadings(features.blocks, headed, fixed);
  const rows = keepHeadRows(features, fillSections(features, edited, fixed), fixed);
  const signed = keepSignedOffices(features, keepFirstPiece(features, rows, fixed), fixed);
  const filled = keepOpeningTitle(features, signed, fixed);
  const { measures } = features;
  const size = measures.reduce(
    (sum, measure, index) => sum + (filled[index] ? measure.size : 0),
    0,
  );
  if (size >= MIN_KEPT) return filled;
  const main = features.context.main;
  if (!main) return filled;
  const end = main.index + 1;
  return measures.map(
    (measure, index) =>
      filled[index] === true ||
      (!fixed[index] && measure.isProse && (features.owners[index]?.index ?? 0) >= end - 1),
  );
}
