/** A page's JSON-LD is data, not code: more than this is not read. */
const MAX_CHARS = 2_000_000;
const WRAPPER =
  /^\s*(?:<!--|\/\*\s?<!\[CDATA\[\s?\*\/|\/\/\s?<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\*\s?\]\]>\s?\*\/|\/\/\s?\]\]>|\]\]>)\s*;?$/g;
const ENTITY_QUOTES = /&(?:quot|#34|#x22);/gi;

/**
 * The value of a JSON text as pages write it: comment wrappers, raw line breaks and tabs inside
 * strings, trailing commas, a final semicolon and quotes as entities are forgiven. Null when it still
 * is not JSON. Linear: one attempt as it stands, one repaired.
 */
export function tolerantJson(source: string): unknown {
  if (source.length > MAX_CHARS) return null;
  const strict = parsed(source);
  if (strict !== undefined) return strict;
  const bare = source.trim().replace(WRAPPER, '').trim();
  const quoted = bare.includes('"') ? bare : bare.replace(ENTITY_QUOTES, '"');
  return parsed(repaired(quoted)) ?? null;
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}

/** Escapes control characters inside strings, drops commas before a closing bracket, ends after the value. */
function repaired(source: string): string {
  const out: string[] = [];
  let depth = 0;
  let at = 0;
  while (at < source.length) {
    const char = source[at] ?? '';
    if (char === '"') {
      const end = stringEnd(source, at);
      out.push(escapeControls(source.slice(at, end)));
      at = end;
      continue;
    }
    if (char === '{' || char === '[') depth += 1;
    if (char === '}' || char === ']') {
      dropComma(out);
      depth -= 1;
    }
    out.push(char);
    at += 1;
    if (depth === 0 && (char === '}' || char === ']')) break;
  }
  return out.join('');
}

/** Where the string ends that begins with the quote at `from`, its last quote included. */
export function stringEnd(source: string, from: number): number {
  let at = from + 1;
  while (at < source.length && source[at] !== '"') at += source[at] === '\\' ? 2 : 1;
  return Math.min(source.length, at + 1);
}

const CONTROL = /\p{Cc}/gu;

function escapeControls(text: string): string {
  return text.replace(CONTROL, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function dropComma(out: string[]): void {
  let last = out.length - 1;
  while (last >= 0 && (out[last] ?? '').trim() === '') last -= 1;
  if (out[last] === ',') out[last] = ' ';
}
