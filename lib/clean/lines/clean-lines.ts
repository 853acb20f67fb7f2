import type { Incomplete } from '#lib/model/document.ts';
import { type Block, blockText, type Cut } from '../block.ts';
import type { Selection } from '../content/select-content.ts';
import { readDate } from '../metadata/find-dates.ts';
import { cutWatermarks } from '../repairs/cut-watermarks.ts';
import type { RepairResult } from '../repairs/repair-result.ts';
import { cutRepeatedControls } from '../repairs/repeated-controls.ts';
import { cutToolBrackets } from '../repairs/tool-brackets.ts';
import { applyLineRules, type LineContext, type LineFacts, type LineResult } from './line-rules.ts';
import { withoutPageLines, withPageLines } from './page-lines.ts';
import { cutSiteTips } from './site-tips.ts';

/** What is left of a selection after the line rules, less marks of the site inside its sentences. */
export function cleanLines(
  selection: Selection,
  damage: RepairResult,
  context: LineContext,
): LineResult {
  const ruled = withoutPager(judged(selection.kept, damage, context), damage.hasPages);
  const tips = cutSiteTips(ruled.blocks, {
    visible: selection.visible,
    headTitle: context.headTitle,
  });
  const tools = cutToolBrackets(tips.blocks);
  const controls = cutRepeatedControls(tools.blocks);
  const unmarked = cutWatermarks(controls.blocks, {
    url: context.url,
    headTitle: context.headTitle,
    visible: selection.visible,
    inserted: ruled.cuts
      .filter(isInserted)
      .map(({ block, from, to }) => blockText(block).slice(from, to)),
  });
  return {
    blocks: unmarked.blocks,
    cuts: [...ruled.cuts, ...tips.cuts, ...tools.cuts, ...controls.cuts, ...unmarked.cuts],
    facts: withRuled(ruled.facts, selection),
  };
}

/** Promotion that was a part of a block, not all of it. */
function isInserted({ block, from, to, reason }: Cut): boolean {
  return reason === 'promotion' && (from > 0 || to < blockText(block).length);
}

function judged(
  blocks: readonly Block[],
  { pages }: RepairResult,
  context: LineContext,
): LineResult {
  if (context.kind === 'html') return applyLineRules(blocks, context);
  const text = withoutPageLines(blocks, pages.lines);
  return withPageLines(blocks, applyLineRules(text, context), pages.lines);
}

/** In the text of a file with its page numbers (`hasPages`), what reads as a pager is one of them: the count is the file's. */
function withoutPager(result: LineResult, hasPages: boolean): LineResult {
  if (!hasPages) return result;
  const { page: _page, ...facts } = result.facts;
  const incomplete = facts.incomplete.filter((value) => !OF_A_PAGER.has(value));
  return { ...result, facts: { ...facts, incomplete } };
}

const OF_A_PAGER: ReadonlySet<Incomplete> = new Set([
  'starts-mid-document',
  'continues-on-next-page',
]);

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
