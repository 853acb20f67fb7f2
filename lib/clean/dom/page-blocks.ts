import type { Block } from '../block.ts';
import type { ParsedPage } from './parse-page.ts';

/** Every visible block of the page in document order, boilerplate included. */
export function pageBlocks(_page: ParsedPage, _url: string | null): Block[] {
  return [];
}
