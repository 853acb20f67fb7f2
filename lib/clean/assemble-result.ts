import { canonicalUrl } from '#lib/model/canonical-url.ts';
import type { CleanInput, CleanResult } from '#lib/model/cleaning.ts';
import { sha256 } from '#lib/model/digest.ts';
import { DOCUMENT_SCHEMA, type Incomplete } from '#lib/model/document.ts';
import { documentId } from '#lib/model/document-id.ts';
import { REPAIRS, type RepairEvent } from '#lib/model/removal.ts';
import { assessText } from './assess/assess-text.ts';
import { confidenceFeatures, confidenceOf } from './assess/confidence.ts';
import { type LineFigures, lineFigures } from './assess/line-figures.ts';
import type { CleanTrace } from './clean-trace.ts';
import type { Selection } from './content/select-content.ts';
import type { LineFacts } from './lines/line-rules.ts';
import { listRemovals } from './list-removals.ts';
import type { Metadata } from './metadata/read-metadata.ts';
import { once } from './once.ts';
import type { ProfiledPage } from './profile/use-profile.ts';
import { renderMarkdown } from './render/render-markdown.ts';
import { renderText } from './render/render-text.ts';

/** A lost character was chosen by its context alone, and not clearly. */
const GUESSED = 'guessed-characters';
/** The page shows no document without scripts; the text is the one it holds as data for them. */
const FROM_DATA = 'text-from-data';

/** What the steps of cleaning found out. */
interface CleanSteps extends CleanTrace {
  readonly selection: Selection;
  readonly facts: LineFacts;
  readonly settled: ProfiledPage;
  readonly isFilled: boolean;
}

/** The document and the lists of what was removed and repaired, from what the steps left behind. */
export function assembleResult(
  input: CleanInput,
  steps: CleanSteps,
  metadata: Metadata,
  charset: CleanResult['charset'],
): CleanResult {
  const { all, damage, cuts, selection, facts, settled, layout, isFilled } = steps;
  const kept = layout.blocks;
  const text = renderText(kept);
  const { removals, counts } = listRemovals(all, [...damage.cuts, ...cuts, ...layout.cuts]);
  const keptAt = once(() => new Set(settled.kept.map(({ where }) => where)));
  const isKept = (where: string): boolean => keptAt().has(where);
  const canonical =
    (input.url ? canonicalUrl(input.url) : null) ?? `urn:sha256:${sha256(input.bytes)}`;
  const { origins, robots, ...fields } = metadata;
  const noDocument = selection.noDocument ?? (text === '' ? 'empty' : null);
  const isDamaged = [...damage.damagedAt, ...layout.damagedAt].some(isKept);
  const incomplete: Incomplete[] = noDocument
    ? ['no-document']
    : [...facts.incomplete, ...(isDamaged ? (['damaged'] as const) : [])];
  const lines = lineFigures(text);
  const quality = assessText(text, confidenceIn(steps, text, lines), metadata.language, lines);
  const isGuessed = [...damage.guessedAt, ...layout.guessedAt].some(isKept);
  const flags = [...(isGuessed ? [GUESSED] : []), ...(isFilled ? [FROM_DATA] : [])];
  const events = [...damage.events.filter(isOfDocument(steps, isKept)), ...layout.events];
  const repaired = new Set(events.map(({ repair }) => repair));
  return {
    document: {
      schema: DOCUMENT_SCHEMA,
      id: documentId(canonical),
      url: input.url,
      canonicalUrl: canonical,
      ...fields,
      text,
      markdown: renderMarkdown(kept),
      incomplete,
      repairs: REPAIRS.filter((repair) => repaired.has(repair)),
      quality: { ...quality, flags: [...quality.flags, ...flags] },
      removed: counts,
    },
    get removals() {
      return removals();
    },
    repairEvents: events,
    charset,
    origins,
    robots,
    noDocument,
    traits: settled.traits,
  };
}

/** What was mended in a menu is no repair of the document, nor that a viewer numbers its sheets beside it. */
function isOfDocument(
  { damage, selection }: CleanSteps,
  isKept: (where: string) => boolean,
): (event: RepairEvent) => boolean {
  // Most pages need no repair: nobody asks where their blocks are.
  const beside = once(() => new Set(selection.cuts.map(({ block }) => block.where)));
  return (event) => isKept(event.where) && !beside().has(damage.pages.joins.get(event) ?? '');
}

function confidenceIn(
  { page, selection, layout }: CleanSteps,
  text: string,
  lines: LineFigures,
): number {
  if (!page) return selection.confidence;
  return confidenceOf(
    confidenceFeatures({
      kept: layout.blocks,
      text,
      pageChars: page.sums.text[0] ?? 0,
      selection: selection.confidence,
      isArticle: selection.kind === 'article',
      lines,
    }),
  );
}
