import { extname } from 'node:path';
import { mayBeDocument, sniffContentType } from '#lib/model/content-type.ts';
import { PermanentError } from '#lib/model/errors.ts';

/** The type of a file nobody declared: binary by its bytes, else by its name, else by its bytes. */
export function typeOfFile(name: string, bytes: Uint8Array): string {
  const sniffed = sniffContentType(bytes);
  if (!mayBeDocument(sniffed)) return sniffed;
  const extension = extname(name.endsWith('.gz') ? name.slice(0, -3) : name).toLowerCase();
  if (extension === '.txt' || extension === '.text') return 'text/plain';
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
