import { gzipSync } from 'node:zlib';
import type { PageView } from './page-view.ts';

/** A view as text that fits into a page: its JSON gzipped, in base64. A browser undoes it by itself. */
export function packedView(view: PageView): string {
  return gzipSync(JSON.stringify(view), { level: 9 }).toString('base64');
}
