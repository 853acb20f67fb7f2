/**
 * Clean: bytes of one page in, its document out. Pure: no clock, no disk, no network.
 * Drops nothing silently: what leaves the page is a removal with its reason, what changes is a repair.
 */
import type { CleanInput, CleanResult, NoDocument } from '#lib/model/cleaning.ts';
import { mediaType } from '#lib/model/content-type.ts';
import { assembleResult } from './assemble-result.ts';
import { withoutDocument, withoutTextDocument } from './assess/without-document.ts';
import { type Block, blockText } from './block.ts';
import { holdsZero } from './charset/decode-as.ts';
import { decodeBytes } from './charset/decode-bytes.ts';
import type { CleanTrace } from './clean-trace.ts';
import { cutEditLinks } from './content/edited-headings.ts';
import { cutHeadingTools } from './content/heading-tools.ts';
import { type Selection, selectContent } from './content/select-content.ts';
import { pageBlocks } from './dom/page-blocks.ts';
import { type ParsedPage, parsePage } from './dom/parse-page.ts';
import { cleanLines } from './lines/clean-lines.ts';
import { dropSummary } from './lines/drop-summary.ts';
import { dropTitle, explainTitle, isForeignWhole, ownTitle } from './lines/drop-title.ts';
import { textBlocks } from './lines/text-blocks.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { fillPage } from './page-data/fill-page.ts';
import { forgetPage } from './page-memory.ts';
import { useProfile } from './profile/use-profile.ts';
import { repairDamage, repairLayout } from './repairs/repair-blocks.ts';
import type { RepairResult } from './repairs/repair-result.ts';

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
  const isMarkdown = mediaType(input.contentType) === MARKDOWN;
  const isText = isMarkdown || isPlainText(input.contentType);
  const reading = isText
    ? readText(textBlocks(source, { isMarkdown, url: input.url }))
    : readShell(readPage(parsePage(source, holdsZero(input.bytes)), input), source, input);
  const { page, blocks, damage, selected, isFilled } = reading;
  const all = damage.blocks;
  const ruled = cleanLines(selected, damage, {
    kind: page ? 'html' : 'text',
    headTitle: page?.headTitle ? damage.repairText(page.headTitle) : null,
    url: input.url,
    all: selected.visible,
  });
  const { selection, lines } = page
    ? { selection: selected, lines: ruled }
    : withoutTextDocument(selected, ruled);

  // What the host repeats, after all that the page alone tells.
  const alone = { all, kept: lines.blocks, cuts: [...selection.cuts, ...lines.cuts] };
  const settled = useProfile(alone, input.profile);

  // Layout last: page breaks and doubled runs can only be told in what is one text.
  const joined = repairLayout(settled.kept, damage.pages, lines.facts.pageCount);

  // Metadata knows which lines were the document's and looks for its own in the others.
  const metadata = readMetadata({
    page,
    all: selection.visible,
    kept: joined.blocks,
    facts: lines.facts,
    url: input.url,
    repairText: damage.repairText,
  });

  const opening = dropSummary(joined.blocks);
  const isWhole = page === null && isForeignWhole(all, opening.blocks);
  const title = isWhole
    ? null
    : ownTitle(selection.kind, metadata.title, { url: input.url, first: opening.blocks[0] });
  const untitled = dropTitle(opening.blocks, title, page?.headTitle ?? '');
  const layout = {
    ...joined,
    blocks: untitled.blocks,
    cuts: [...joined.cuts, ...opening.cuts, ...untitled.cuts],
  };
  const cuts = explainTitle(settled.cuts, metadata.title);
  const trace = { page, source: blocks, all, damage, cuts, layout };
  const steps = { ...trace, selection, facts: lines.facts, settled, isFilled };
  const result = assembleResult(input, steps, metadata, charset);
  forgetPage();
  return { result, trace };
}

/** Where the text is, before the line rules. */
interface Reading {
  readonly page: ParsedPage | null;
  readonly blocks: readonly Block[];
  readonly damage: RepairResult;
  readonly selected: Selection;
  /** The text is one that the page holds as data for its scripts. */
  readonly isFilled: boolean;
}

function readPage(page: ParsedPage, input: CleanInput): Reading {
  // Damage first: every later step judges words, and damaged words are not words.
  const blocks = pageBlocks(page, input.url);
  const damage = withoutHeadingLinks(repairDamage(blocks));
  // The main content before the line rules: they speak of the frame that is left in a document,
  // and what a related list says must not become a fact of it.
  const selected = withoutDocument(selectContent(page, damage.blocks, input));
  return { page, blocks, damage, selected, isFilled: false };
}

function readText(blocks: readonly Block[]): Reading {
  const damage = withoutHeadingLinks(repairDamage(blocks));
  return { page: null, blocks, damage, selected: wholeText(damage.blocks), isFilled: false };
}

/** A page that shows nothing is read again with the document it holds as data, if it has one. */
function readShell(reading: Reading, source: string, input: CleanInput): Reading {
  const { page, selected } = reading;
  if (!page || !SHELLS.has(selected.noDocument)) return reading;
  const shown = selected.kept.reduce((sum, block) => sum + blockText(block).length, 0);
  const filled = shown < MOST_SHOWN ? fillPage(page, source, shown) : null;
  if (!filled) return reading;
  const again = readPage(filled, input);
  return again.selected.noDocument ? reading : { ...again, isFilled: true };
}

/** A wall or an error page says what it is, whatever it holds. */
const SHELLS: ReadonlySet<NoDocument | null> = new Set([null, 'empty', 'list-page']);
/** A slogan, a menu, a note that scripts are needed: characters. */
const MOST_SHOWN = 200;

/** The same blocks, less the links and buttons inside headings: with them a heading reads as buttons. */
function withoutHeadingLinks(damage: RepairResult): RepairResult {
  const tools = cutHeadingTools(damage.blocks);
  const links = cutEditLinks(tools.blocks);
  return { ...damage, blocks: links.blocks, cuts: [...damage.cuts, ...tools.cuts, ...links.cuts] };
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

/** Text input was chosen by somebody else: nothing here says how well. */
const TEXT_CONFIDENCE = 0.9;

const MARKDOWN = 'text/markdown';

function isPlainText(contentType: string | null): boolean {
  return contentType?.trim().toLowerCase().startsWith('text/plain') ?? false;
}
