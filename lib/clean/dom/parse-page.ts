import type { Document as DomDocument } from 'domhandler';
import { parseDocument } from 'htmlparser2';

/** A page's DOM. */
export interface ParsedPage {
  readonly root: DomDocument;
}

export function parsePage(html: string): ParsedPage {
  return { root: parseDocument(html) };
}
