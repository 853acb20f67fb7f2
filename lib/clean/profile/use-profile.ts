/**
 * What a host repeats, used on one page: lines of the site that the page alone could not tell go, with the
 * reason `template`; blocks of the document that the page alone gave up come back. Also reads what
 * the page adds to the profile. Pure; without a profile nothing changes.
 */
import { type HostProfile, MIN_DOCUMENTS } from '#lib/model/host-profile.ts';
import type { PageTraits } from '#lib/model/page-traits.ts';
import { type Block, blockText, type Cut, type Edit, editBlock } from '../block.ts';
import { contentCuts } from './content-cuts.ts';
import { type DocumentLine, isWriting } from './document-lines.ts';
import { type PageReading, type PlacedBlock, readPage } from './page-reading.ts';
import { readTraits } from './read-traits.ts';
import { templateLines } from './template-lines.ts';

/** A page that was read without a profile. */
export interface ReadPage {
  /** All blocks, in page order. */
  readonly all: readonly Block[];
  readonly kept: readonly Block[];
  readonly cuts: readonly Cut[];
}

export interface ProfiledPage {
  readonly kept: readonly Block[];
  readonly cuts: readonly Cut[];
  /** Null if the page is not to be learned from. */
  readonly traits: PageTraits | null;
}

const STEP = 'profile';

/** A profile of too few documents, or none, leaves the page as it is; so does any on a page that is no writing. Absent: nothing is read. */
export function useProfile(
  { all, kept, cuts }: ReadPage,
  profile: HostProfile | null | undefined,
): ProfiledPage {
  if (profile === undefined) return { kept, cuts, traits: null };
  const page = readPage(all, kept, cuts);
  const traits = readTraits(page);
  const isOfUse = profile !== null && profile.documents >= MIN_DOCUMENTS && isWriting(page.lines);
  if (!isOfUse) return { kept, cuts, traits };
  const template = templateLines(page, profile);
  const back = contentCuts(page, profile);
  const less = withoutLines(page, template);
  const returned = page.unsaid.filter(({ cut }) => back.has(cut));
  const placed = [...less.kept, ...returned.map(({ cut, place }) => ({ block: cut.block, place }))];
  return {
    kept: placed.sort((a, b) => a.place - b.place).map(({ block }) => block),
    cuts: [...cuts.filter((cut) => !back.has(cut)), ...less.cuts],
    traits,
  };
}

/** The blocks without these lines; a block of which nothing is left goes. */
function withoutLines(
  { kept, lines }: PageReading,
  template: ReadonlySet<number>,
): { kept: PlacedBlock[]; cuts: Cut[] } {
  const byBlock = Map.groupBy(lines.entries(), ([, { block }]) => block);
  const cuts: Cut[] = [];
  const left = kept.flatMap(({ block, place }) => {
    const own = byBlock.get(block) ?? [];
    const cut = own.filter(([at]) => template.has(at)).map(([, line]) => line);
    if (cut.length === 0) return [{ block, place }];
    cuts.push(
      ...cut.map(({ from, to }): Cut => ({ block, from, to, step: STEP, reason: 'template' })),
    );
    if (cut.length === own.length) return [];
    const edits = linesAsEdits(cut, blockText(block).length);
    return [{ block: editBlock(block, edits), place }];
  });
  return { kept: left, cuts };
}

/** The end of a line goes with it; with the last line the end of the one before. */
function linesAsEdits(lines: readonly DocumentLine[], length: number): Edit[] {
  let reached = 0;
  return lines.map(({ from, to }): Edit => {
    const start = to < length ? from : Math.max(reached, from - 1);
    reached = Math.min(length, to + 1);
    return { from: start, to: reached, insert: '' };
  });
}
