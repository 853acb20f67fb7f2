/** Beginnings that no text has: what a file is, whatever its name says. */
const MAGIC: readonly (readonly [string, string])[] = [
  ['%PDF-', 'application/pdf'],
  ['PK\u0003\u0004', 'application/zip'],
  ['\u0089PNG', 'image/png'],
  ['GIF8', 'image/gif'],
  ['\u00ff\u00d8\u00ff', 'image/jpeg'],
  ['RIFF', 'image/webp'],
  ['\u001f\u008b', 'application/gzip'],
  ['\u00d0\u00cf\u0011\u00e0', 'application/msword'],
  ['\u007fELF', 'application/octet-stream'],
  ['{\\rtf', 'application/rtf'],
  ['Rar!', 'application/vnd.rar'],
];

const MARKUP =
  /<(?:!doctype\s+html|html|head|body|title|div|table|p|br|a|h[1-6]|ul|script|meta|span|font|center)[\s/>]/i;
const PREFIX_BYTES = 8192;

/**
 * What bytes without a declared type are: text/html, text/plain, or the type of a binary file.
 * In the spirit of the MIME Sniffing Standard (section 7.1), but markup may begin anywhere in the
 * first 8 KiB, since pages of the genre often start with stray text.
 */
export function sniffContentType(bytes: Uint8Array): string {
  const prefix = latin1(bytes.subarray(0, PREFIX_BYTES));
  for (const [magic, type] of MAGIC) if (prefix.startsWith(magic)) return type;
  if (MARKUP.test(prefix.replaceAll('\u0000', ''))) return 'text/html'; // NULs: UTF-16
  return isBinary(bytes.subarray(0, PREFIX_BYTES)) ? 'application/octet-stream' : 'text/plain';
}

/** More than a tenth control characters: no text in any ASCII-compatible charset has that. */
function isBinary(prefix: Uint8Array): boolean {
  const [first, second] = prefix;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return false;
  let controls = 0;
  for (const byte of prefix) {
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) controls++;
  }
  return controls > prefix.length / 10;
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

const DOCUMENT_TYPES: ReadonlySet<string> = new Set([
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'application/xml',
  'text/xml',
]);

/** RFC 9110, section 8.3.1. */
const MEDIA_TYPE = /^[!#$%&'*+.^_`|~0-9a-z-]+\/[!#$%&'*+.^_`|~0-9a-z-]+$/;

/**
 * The media type a Content-Type header names, in lower case and without parameters; null if it names
 * none, as `text/html charset=gbk` does not. Of several values the last that names one counts, and
 * any type at all (`*` twice) is none (Fetch Standard, "extract a MIME type").
 */
export function mediaType(contentType: string | null): string | null {
  const named = (contentType ?? '')
    .toLowerCase()
    .split(',')
    .map((value) => (value.split(';', 1)[0] ?? '').trim())
    .filter((type) => MEDIA_TYPE.test(type) && type !== '*/*');
  return named.at(-1) ?? null;
}

/** Whether a payload of this declared type can be a document at all; an undeclared one can. */
export function mayBeDocument(contentType: string | null): boolean {
  const type = mediaType(contentType);
  return type === null || DOCUMENT_TYPES.has(type);
}
