import { cutAttachmentHeading } from './attachment-list.ts';
import { linkAppendix } from './link-appendix.ts';
import type { Line } from './scan-lines.ts';
import { storeNotes } from './store-notes.ts';

/** Cuts what was set below a document by others: notes of the store, the heading of files, addresses of links. */
export function cutAppendix(lines: readonly Line[], kept: boolean[]): void {
  const notes = storeNotes(lines, kept);
  if (notes > 0) kept.fill(false, notes);
  cutAttachmentHeading(lines, kept);
  kept.fill(false, linkAppendix(lines));
}
