import type { ObjectStore } from '#lib/io/object-store.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import { canonicalUrl } from '#lib/model/canonical-url.ts';
import type { RunRecord } from '#lib/model/run.ts';
import { addressOf, rowMaker } from '#lib/source/discovered-rows.ts';
import type { OpenWork } from './open-work.ts';

export interface GiveUpDeps {
  readonly store: ObjectStore;
  readonly now: () => number;
  readonly ulid: () => string;
}

const LOST = ['failed', 'lost', 'sent twice more, never answered'] as const;

/** Ends what is open, links that never entered the run too: a later success supersedes it. */
export async function giveUp(
  { runId, source }: Pick<RunRecord, 'runId' | 'source'>,
  { items, links }: Pick<OpenWork, 'items' | 'links'>,
  deps: GiveUpDeps,
): Promise<void> {
  const run = { runId, source: source.name };
  const { row, endedRows } = rowMaker(run, { now: new Date(deps.now()), ulid: deps.ulid });
  const ended = links.flatMap((link) => {
    const address = addressOf(link, canonicalUrl(link.url) ?? link.url);
    return endedRows(address, link.reason, LOST);
  });
  await writeSegment([...items.map((item) => row(item, ...LOST)), ...ended], deps);
}

/** What a run is completed without, for a person; null if nothing is missing. Its URLs are not known. */
export function lostWork({
  unread,
  isBegun,
  isClosed,
}: Pick<OpenWork, 'unread' | 'isBegun' | 'isClosed'>): string | null {
  const lists = unread.length === 1 ? '1 list' : `${unread.length} lists`;
  const lost = [
    ...(isBegun ? [] : ['it never began']),
    ...(unread.length > 0 ? [`${lists} of links never read`] : []),
    ...(isClosed ? [] : ['the rest of its URLs never given']),
  ];
  return lost.length > 0 ? lost.join(', ') : null;
}
