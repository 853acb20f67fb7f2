import { extname } from 'node:path';
import { mayBeDocument, sniffContentType } from '#lib/model/content-type.ts';
import { PermanentError } from '#lib/model/errors.ts';

const TEXT = new Set(['.txt', '.text', '.md', '.markdown']);

/** The type of a file nobody declared: binary by its bytes, else by its name, else by its bytes. */
export function typeOfFile(name: string, bytes: Uint8Array): string {
  const sniffed = sniffContentType(bytes);
  if (!mayBeDocument(sniffed)) return sniffed;
  const extension = extname(name.endsWith('.gz') ? name.slice(0, -3) : name).toLowerCase();
  if (TEXT.has(extension)) return 'text/plain'; // Markdown is told by its marks
  if (extension === '.html' || extension === '.htm' || extension === '.xhtml') return 'text/html';
  return sniffed;
}

/**
 * The same for a file that has to be a page.
 * @throws PermanentError for what cannot be a document
 */
export function documentTypeOf(name: string, bytes: Uint8Array): string {
  const type = typeOfFile(name, bytes);
  if (!mayBeDocument(type)) throw new PermanentError(`${name} is not a document: ${type}`);
  return type;
}
