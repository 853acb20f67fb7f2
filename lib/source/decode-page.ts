const DECLARED =
  /charset\s*=\s*(?:["']\s*)?([\w:.-]{1,40})|encoding\s*=\s*["']([\w:.-]{1,40})["']/i;
const HEAD_BYTES = 2048;

/**
 * A page as text, well enough to read its links: bytes that are UTF-8 are, whatever is declared;
 * others are as declared by header, meta or XML declaration, or else the most common legacy
 * charset of the Chinese web. Never throws. (Cleaning decodes with more care.)
 */
export function decodePage(bytes: Uint8Array, contentType: string | null): string {
  const utf8 = decodeAs('utf-8', bytes);
  if (utf8 !== null) return utf8;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  for (const label of [declared(contentType ?? ''), declared(head), 'gb18030']) {
    // declared UTF-8, yet it is not
    const text = label === null || label.startsWith('utf') ? null : decodeAs(label, bytes);
    if (text !== null) return text;
  }
  return new TextDecoder('gb18030').decode(bytes);
}

function declared(text: string): string | null {
  const match = DECLARED.exec(text);
  return (match?.[1] ?? match?.[2])?.toLowerCase() ?? null;
}

function decodeAs(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: label === 'utf-8' }).decode(bytes);
  } catch {
    return null; // not in this charset, or there is no such charset
  }
}
