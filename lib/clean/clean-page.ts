/**
 * Clean: bytes of one page in, its document out. Pure: no clock, no disk, no network.
 * Drops nothing silently: what leaves the page is a removal with its reason, what changes is a repair.
 */
import { canonicalUrl } from '#lib/model/canonical-url.ts';
import type { CleanInput, CleanResult } from '#lib/model/cleaning.ts';
import { sha256 } from '#lib/model/digest.ts';
import { DOCUMENT_SCHEMA, type Incomplete } from '#lib/model/document.ts';
import { documentId } from '#lib/model/document-id.ts';
import { REPAIRS } from '#lib/model/removal.ts';
import { assessText } from './assess/assess-text.ts';
import { confidenceFeatures, confidenceOf } from './assess/confidence.ts';
import type { Block, Cut } from './block.ts';
import { decodeBytes } from './charset/decode-bytes.ts';
import { type Selection, selectContent } from './content/select-content.ts';
import { pageBlocks } from './dom/page-blocks.ts';
import { type ParsedPage, parsePage } from './dom/parse-page.ts';
import { dropTitle } from './lines/drop-title.ts';
import { applyLineRules, type LineFacts } from './lines/line-rules.ts';
import { textBlocks } from './lines/text-blocks.ts';
import { listRemovals } from './list-removals.ts';
import { readDate } from './metadata/find-dates.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { useProfile } from './profile/use-profile.ts';
import { renderMarkdown } from './render/render-markdown.ts';
import { renderText } from './render/render-text.ts';
import { type RepairResult, repairDamage, repairLayout } from './repairs/repair-blocks.ts';

/** What the steps of cleaning left behind: enough to show each change where it was made. */
export interface CleanTrace {
  readonly page: ParsedPage | null;
  /** The blocks as fetched, and the same blocks, one for one, with damage repaired. */
  readonly source: readonly Block[];
  readonly all: readonly Block[];
  readonly damage: RepairResult;
  /** Of the content selection, the line rules and the host's profile. */
  readonly cuts: readonly Cut[];
  readonly layout: RepairResult;
}

/**
 * The document of a page, everything that was removed from it and everything that was repaired.
 * Total: any bytes give a result, a page without a document one with `incomplete: ['no-document']`.
 */
export function cleanPage(input: CleanInput): CleanResult {
  return tracePage(input).result;
}

/** The same with what each step did. */
export function tracePage(input: CleanInput): { result: CleanResult; trace: CleanTrace } {
  const { text: source, charset } = decodeBytes(input.bytes, input.contentType);
  const page = isPlainText(input.contentType) ? null : parsePage(source);

  // Damage first: every later step judges words, and damaged words are not words.
  const blocks = page ? pageBlocks(page, input.url) : textBlocks(source);
  const damage = repairDamage(blocks);
  const all = damage.blocks;

  // The main content before the line rules: they speak of the frame that is left in a document,
  // and what a related list says must not become a fact of it.
  const selection = page ? selectContent(page, all, input) : wholeText(all);
  const lines = applyLineRules(selection.kept, {
    kind: page ? 'html' : 'text',
    headTitle: page?.headTitle ? damage.repairText(page.headTitle) : null,
    url: input.url,
    all: selection.visible,
  });

  // What the host repeats, after all that the page alone tells.
  const alone = { all, kept: lines.blocks, cuts: [...selection.cuts, ...lines.cuts] };
  const settled = useProfile(alone, input.profile);

  // Layout last: page breaks and doubled runs can only be told in what is one text.
  const paged = repairLayout(settled.kept);

  // Metadata knows which lines were the document's and looks for its own in the others.
  const metadata = readMetadata({
    page,
    all: selection.visible,
    kept: paged.blocks,
    facts: withRuled(lines.facts, selection),
    url: input.url,
    repairText: damage.repairText,
  });

  const untitled = dropTitle(paged.blocks, selection.kind === 'article' ? metadata.title : null);
  const layout = { ...paged, blocks: untitled.blocks, cuts: [...paged.cuts, ...untitled.cuts] };
  const kept = layout.blocks;
  const text = renderText(kept);
  const { removals, counts } = listRemovals(all, [...damage.cuts, ...settled.cuts, ...layout.cuts]);
  const confidence = page ? confidenceIn(page, kept, text, selection) : TEXT_CONFIDENCE;
  const keptAt = new Set(settled.kept.map(({ where }) => where));
  const isKept = (where: string): boolean => keptAt.has(where);
  const canonical =
    (input.url ? canonicalUrl(input.url) : null) ?? `urn:sha256:${sha256(input.bytes)}`;
  const { origins, robots, ...fields } = metadata;
  const noDocument = selection.noDocument ?? (text === '' ? 'empty' : null);
  const isDamaged = [...damage.damagedAt, ...layout.damagedAt].some(isKept);
  const incomplete: Incomplete[] = noDocument
    ? ['no-document']
    : [...lines.facts.incomplete, ...(isDamaged ? (['damaged'] as const) : [])];
  const quality = assessText(text, confidence, metadata.language);
  const isGuessed = [...damage.guessedAt, ...layout.guessedAt].some(isKept);
  // what was mended in a menu is no repair of the document
  const events = [...damage.events.filter(({ where }) => isKept(where)), ...layout.events];
  const repaired = new Set(events.map(({ repair }) => repair));
  const result: CleanResult = {
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
      quality: isGuessed ? { ...quality, flags: [...quality.flags, GUESSED] } : quality,
      removed: counts,
    },
    removals,
    repairEvents: events,
    charset,
    origins,
    robots,
    noDocument,
    traits: settled.traits,
  };
  return { result, trace: { page, source: blocks, all, damage, cuts: settled.cuts, layout } };
}

/** What the source definition's selectors found goes before what lines say. */
function withRuled(facts: LineFacts, { ruled }: Selection): LineFacts {
  const title = ruled?.title ?? null;
  const publishedAt = ruled?.date ? readDate(ruled.date) : null;
  return {
    ...facts,
    ...(title === null ? {} : { title }),
    ...(publishedAt === null ? {} : { publishedAt }),
  };
}

function confidenceIn(
  page: ParsedPage,
  kept: readonly Block[],
  text: string,
  { confidence, kind }: Selection,
): number {
  const pageChars = page.sums.text[0] ?? 0;
  const isArticle = kind === 'article';
  return confidenceOf(
    confidenceFeatures({ kept, text, pageChars, selection: confidence, isArticle }),
  );
}

/** Text somebody extracted already: all of it is main content, the line rules find its frame. */
function wholeText(all: readonly Block[]): Selection {
  const noDocument = all.length === 0 ? ('empty' as const) : null;
  return {
    kept: all,
    cuts: [],
    visible: all,
    kind: 'article',
    confidence: TEXT_CONFIDENCE,
    noDocument,
    ruled: null,
  };
}

/** A lost character was chosen by its context alone, and not clearly. */
const GUESSED = 'guessed-characters';

/** Text input was chosen by somebody else: nothing here says how well. */
const TEXT_CONFIDENCE = 0.9;

function isPlainText(contentType: string | null): boolean {
  return contentType?.trim().toLowerCase().startsWith('text/plain') ?? false;
}
