/**
 * Clean: bytes of one page in, its document out. Pure: no clock, no disk, no network.
 * Drops nothing silently: what leaves the page is a removal with its reason, what changes is a repair.
 */
import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { sha256 } from '#lib/model/digest.ts';
import { DOCUMENT_SCHEMA, type Incomplete } from '#lib/model/document.ts';
import { documentId } from '#lib/model/document-id.ts';
import type { Removal } from '#lib/model/removal.ts';
import { assessText } from './assess/assess-text.ts';
import { type Block, blockText, type Cut } from './block.ts';
import { decodeBytes } from './charset/decode-bytes.ts';
import type { CleanInput, CleanResult } from './clean-input.ts';
import { selectContent } from './content/select-content.ts';
import { pageBlocks } from './dom/page-blocks.ts';
import { parsePage } from './dom/parse-page.ts';
import { applyLineRules } from './lines/line-rules.ts';
import { textBlocks } from './lines/text-blocks.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { renderMarkdown } from './render/render-markdown.ts';
import { renderText } from './render/render-text.ts';
import { repairDamage, repairLayout } from './repairs/repair-blocks.ts';

/**
 * The document of a page, everything that was removed from it and everything that was repaired.
 * Total: any bytes give a result, a page without a document one with `incomplete: ['no-document']`.
 */
export function cleanPage(input: CleanInput): CleanResult {
  const { text: source, charset } = decodeBytes(input.bytes, input.contentType);
  const page = isPlainText(input.contentType) ? null : parsePage(source);

  // Damage first: every later step judges words, and damaged words are not words.
  const damage = repairDamage(page ? pageBlocks(page, input.url) : textBlocks(source));
  const all = damage.blocks;

  const selection = page
    ? selectContent(page, all, input)
    : { kept: all, cuts: [], kind: 'article' as const, confidence: 0.9 };
  const lines = applyLineRules(selection.kept, {
    kind: page ? 'html' : 'text',
    headTitle: null,
    url: input.url,
    all,
  });
  const layout = repairLayout(lines.blocks);
  const kept = layout.blocks;
  const metadata = readMetadata({
    page,
    all,
    kept,
    facts: lines.facts,
    url: input.url,
    repairText: damage.repairText,
  });

  const text = renderText(kept);
  const removals = inPageOrder(all, [...selection.cuts, ...lines.cuts]);
  const canonical =
    (input.url ? canonicalUrl(input.url) : null) ?? `urn:sha256:${sha256(input.bytes)}`;
  const { origins, robots, ...fields } = metadata;
  const incomplete: Incomplete[] = [...lines.facts.incomplete];
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
      repairs: [...new Set([...damage.repairs, ...layout.repairs])],
      quality: assessText(text, selection.confidence),
      removed: countByReason(removals),
    },
    removals,
    repairEvents: [...damage.events, ...layout.events],
    charset,
    origins,
    robots,
    noDocument: null,
  };
}

function isPlainText(contentType: string | null): boolean {
  return contentType?.trim().toLowerCase().startsWith('text/plain') ?? false;
}

function inPageOrder(all: readonly Block[], cuts: readonly Cut[]): Removal[] {
  const order = new Map(all.map((block, index) => [block.where, index]));
  return [...cuts]
    .sort((a, b) => (order.get(a.block.where) ?? 0) - (order.get(b.block.where) ?? 0))
    .map(({ block, from, to, step, reason }) => ({
      step,
      reason,
      text: blockText(block).slice(from, to),
      where: block.where,
    }));
}

function countByReason(removals: readonly Removal[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reason } of removals) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
