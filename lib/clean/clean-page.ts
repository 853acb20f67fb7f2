/**
 * Clean: bytes of one page in, its document out. Pure: no clock, no disk, no network.
 * Drops nothing silently: what leaves the page is a removal with its reason, what changes is a repair.
 */
import type { CleanInput, CleanResult } from '#lib/model/cleaning.ts';
import { mediaType } from '#lib/model/content-type.ts';
import { assembleResult } from './assemble-result.ts';
import { withoutDocument, withoutTextDocument } from './assess/without-document.ts';
import type { Block } from './block.ts';
import { holdsZero } from './charset/decode-as.ts';
import { decodeBytes } from './charset/decode-bytes.ts';
import type { CleanTrace } from './clean-trace.ts';
import { cutEditLinks } from './content/edited-headings.ts';
import { type Selection, selectContent } from './content/select-content.ts';
import { pageBlocks } from './dom/page-blocks.ts';
import { parsePage } from './dom/parse-page.ts';
import { cleanLines } from './lines/clean-lines.ts';
import { dropSummary } from './lines/drop-summary.ts';
import { dropTitle, explainTitle, ownTitle } from './lines/drop-title.ts';
import { textBlocks } from './lines/text-blocks.ts';
import { readMetadata } from './metadata/read-metadata.ts';
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
  const page = isText ? null : parsePage(source, holdsZero(input.bytes));

  // Damage first: every later step judges words, and damaged words are not words.
  const blocks = page
    ? pageBlocks(page, input.url)
    : textBlocks(source, { isMarkdown, url: input.url });
  const damage = withoutEditLinks(repairDamage(blocks));
  const all = damage.blocks;

  // The main content before the line rules: they speak of the frame that is left in a document,
  // and what a related list says must not become a fact of it.
  const selected = page ? withoutDocument(selectContent(page, all, input)) : wholeText(all);
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
  const title = ownTitle(selection.kind, metadata.title, input.url);
  const untitled = dropTitle(opening.blocks, title, page?.headTitle ?? '');
  const layout = {
    ...joined,
    blocks: untitled.blocks,
    cuts: [...joined.cuts, ...opening.cuts, ...untitled.cuts],
  };
  const cuts = explainTitle(settled.cuts, metadata.title);
  const trace = { page, source: blocks, all, damage, cuts, layout };
  const steps = { ...trace, selection, facts: lines.facts, settled };
  const result = assembleResult(input, steps, metadata, charset);
  forgetPage();
  return { result, trace };
}

/** The same blocks, less the edit links inside headings: with them a heading reads as buttons. */
function withoutEditLinks(damage: RepairResult): RepairResult {
  const { blocks, cuts } = cutEditLinks(damage.blocks);
  return { ...damage, blocks, cuts: [...damage.cuts, ...cuts] };
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
