import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { documentId, isDocumentId } from '#lib/model/document-id.ts';
import { UsageError } from '#lib/model/errors.ts';

const FILE_ADDRESS = /^urn:sha256:[0-9a-f]{64}$/;

/**
 * The canonical URL of what a person names by URL or by the address of a file (`urn:sha256:…`); null for
 * an id.
 * @throws UsageError if it is none of these
 */
export function addressOfName(name: string): string | null {
  if (isDocumentId(name)) return null;
  const address = FILE_ADDRESS.test(name) ? name : canonicalUrl(name);
  if (address !== null) return address;
  throw new UsageError(`neither a URL nor an id: ${name}`);
}

/** The id of what a person names by URL, address of a file, or id. */
export function idOfName(name: string): string {
  const address = addressOfName(name);
  return address === null ? name : documentId(address);
}
