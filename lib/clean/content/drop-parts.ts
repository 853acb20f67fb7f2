import type { RemovalReason } from '#lib/model/removal.ts';
import { buttonRows } from './button-rows.ts';
import { callBlocks } from './call-boxes.ts';
import { copiedRuns } from './copied-runs.ts';
import { forumFurniture } from './forum-furniture.ts';
import type { PageFeatures } from './page-features.ts';
import { screenOnly } from './screen-only.ts';
import { threadFrame } from './thread-frame.ts';

/**
 * Blocks that go whatever the model thinks, with the reason: parts that a site or its program puts between and around
 * what people wrote, and then what the page has twice. Unlike hidden text they still tell of the document.
 */
export function dropParts(
  features: PageFeatures,
  kept: readonly boolean[],
): ReadonlyMap<number, RemovalReason> {
  const dropped = new Map<number, RemovalReason>();
  for (const index of callBlocks(features)) dropped.set(index, 'advertisement');
  for (const index of buttonRows(features)) if (kept[index]) dropped.set(index, 'form');
  for (const index of screenOnly(features, kept)) dropped.set(index, 'boilerplate');
  for (const index of threadFrame(features, kept)) dropped.set(index, 'boilerplate');
  for (const [index, reason] of forumFurniture(features)) dropped.set(index, reason);
  // Of two copies the one that stays must not be among those.
  const left = kept.map((is, index) => is && !dropped.has(index));
  for (const index of copiedRuns(features, left)) dropped.set(index, 'duplicate');
  return dropped;
}
