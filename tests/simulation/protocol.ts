import { feed } from '#lib/consume/feed.ts';
import { openSnapshot } from '#lib/consume/snapshot.ts';
import { collectGarbage } from '#lib/manifest/collect-garbage.ts';
import { commitSegments } from '#lib/manifest/commit.ts';
import { compact } from '#lib/manifest/compact.ts';
import { sweep } from '#lib/manifest/sweep.ts';
import { restore, takeDown } from '#lib/manifest/takedown.ts';
import { writeSegment } from '#lib/manifest/write-segment.ts';
import { mergeRow } from '#lib/model/merge-rows.ts';

/** What the actors of a simulation call: the product, or a variant of it with a planted bug. */
export interface Protocol {
  readonly writeSegment: typeof writeSegment;
  readonly commitSegments: typeof commitSegments;
  readonly sweep: typeof sweep;
  readonly compact: typeof compact;
  readonly collectGarbage: typeof collectGarbage;
  readonly takeDown: typeof takeDown;
  readonly restore: typeof restore;
  readonly openSnapshot: typeof openSnapshot;
  readonly feed: typeof feed;
  readonly mergeRow: typeof mergeRow;
  /** Documents are stored before the rows that name them. */
  readonly documentsFirst: boolean;
}

export const PROTOCOL: Protocol = {
  writeSegment,
  commitSegments,
  sweep,
  compact,
  collectGarbage,
  takeDown,
  restore,
  openSnapshot,
  feed,
  mergeRow,
  documentsFirst: true,
};
