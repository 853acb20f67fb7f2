const CR_LF = '\r\n';
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/; // RFC 9110, section 5.6.2
const LINE_BREAKS = /[\r\n\0]+/g;
const BEYOND_LATIN1 = /[\u0100-\uffff]/;
const LINE_END = /\r?\n/;
const CHUNK_SIZE = /^[0-9a-fA-F]{1,8}/;
const MAX_CHUNK_LINE = 1024;

export type Headers = readonly (readonly [string, string])[];

/** An HTTP message as it lies in an application/http record. */
export interface HttpBlock {
  readonly startLine: string;
  readonly headers: [string, string][];
  readonly body: Uint8Array;
}

/** Start line and header fields as bytes. What a server put into names or values breaks no line. */
export function httpHead(startLine: string, headers: Headers): Buffer {
  const lines = headers
    .filter(([name]) => TOKEN.test(name))
    .map(([name, value]) => `${name}: ${oneLine(value)}`);
  const text = [oneLine(startLine), ...lines, '', ''].join(CR_LF);
  // field values are bytes: HTTP clients show them as Latin-1
  return Buffer.from(text, BEYOND_LATIN1.test(text) ? 'utf8' : 'latin1');
}

export function oneLine(text: string): string {
  return text.replaceAll(LINE_BREAKS, ' ').trim();
}

/** The parts of an HTTP message; of one without an end of its header, no body. */
export function parseHttpBlock(block: Uint8Array): HttpBlock {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const [headEnd, bodyStart] = endOfHead(bytes);
  const [startLine = '', ...lines] = bytes.toString('latin1', 0, headEnd).split(LINE_END);
  const headers: [string, string][] = [];
  for (const line of lines) {
    const last = headers.at(-1);
    const colon = line.indexOf(':');
    if (last && (line.startsWith(' ') || line.startsWith('\t'))) last[1] += ` ${line.trim()}`;
    else if (colon > 0) headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
  }
  return { startLine: startLine.trim(), headers, body: bytes.subarray(bodyStart) };
}

function endOfHead(bytes: Buffer): [number, number] {
  const strict = bytes.indexOf('\r\n\r\n');
  const loose = bytes.indexOf('\n\n');
  if (strict >= 0 && (loose < 0 || strict < loose)) return [strict, strict + 4];
  return loose >= 0 ? [loose, loose + 2] : [bytes.length, bytes.length];
}

/** Value of a header field, repeated fields joined by commas; null if it is absent. */
export function headerValue(headers: Headers, name: string): string | null {
  const values = headers
    .filter(([given]) => given.toLowerCase() === name)
    .map(([, value]) => value);
  return values.length > 0 ? values.join(', ') : null;
}

/**
 * A chunked body put together (RFC 9112, section 7.1). A body that is not in chunks comes back
 * as it is: some archives undo the coding and keep the header. A cut one gives what there is.
 */
export function withoutChunks(body: Uint8Array): Uint8Array {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const lineEnd = bytes.subarray(at, at + MAX_CHUNK_LINE).indexOf('\n');
    const size = CHUNK_SIZE.exec(bytes.toString('latin1', at, at + Math.max(lineEnd, 0)))?.[0];
    if (size === undefined) return chunks.length > 0 ? Buffer.concat(chunks) : body;
    const from = at + lineEnd + 1;
    const to = from + Number.parseInt(size, 16);
    if (to === from) break;
    chunks.push(bytes.subarray(from, to));
    at = bytes[to] === 0x0d ? to + 2 : to + 1;
  }
  return Buffer.concat(chunks);
}
