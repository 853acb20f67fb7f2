/**
 * Charset: bytes and what was declared in, text and the decision out.
 * A byte order mark decides; else strict UTF-8; else the declaration if the bytes can be text in it;
 * else the charset whose frequent characters the bytes show. Nothing is dropped: bytes that mean nothing become U+FFFD.
 */
import type { CharsetDecision } from '#lib/model/cleaning.ts';
import { type Declaration, declaredCharsets } from './declared-charset.ts';
import { decodeAs } from './decode-as.ts';
import { nextHighByte, sampleBytes } from './sample-bytes.ts';
import { CANDIDATES, scoreCharset } from './score-charset.ts';
import { utf8Evidence } from './utf8-evidence.ts';
import { utf16Evidence } from './utf16-evidence.ts';

/** How much better another charset must read before a declaration is set aside. */
const TRUST = 0.12;
/** Less than this share of frequent characters is no evidence at all. */
const LEAST_EVIDENCE = 0.15;
/** UTF-8 with fewer broken bytes than this share of its sequences is UTF-8 that was damaged. */
const DAMAGED_UTF8 = 0.05;
/** So few two-byte sequences may be a short word of GBK: 一一 is valid UTF-8 too. */
const FEW_SEQUENCES = 4;
const ESC = 0x1b;

const MARKS: readonly { readonly bytes: readonly number[]; readonly name: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], name: 'utf-8' },
  { bytes: [0xff, 0xfe], name: 'utf-16le' },
  { bytes: [0xfe, 0xff], name: 'utf-16be' },
];

/** The payload as text, and how its charset was decided. Never throws. */
export function decodeBytes(
  bytes: Uint8Array,
  contentType: string | null,
): { text: string; charset: CharsetDecision } {
  const declarations = declaredCharsets(bytes, contentType);
  const charset = decideCharset(bytes, declarations);
  return { text: decodeAs(bytes, charset.name), charset };
}

function decideCharset(bytes: Uint8Array, declarations: readonly Declaration[]): CharsetDecision {
  const declared = declarations[0]?.label.toLowerCase() ?? null;
  const decide = (name: string, from: CharsetDecision['from'], why: string): CharsetDecision => ({
    name,
    from,
    declared,
    why: why + unreadable(declarations),
  });

  const mark = MARKS.find((one) => one.bytes.every((byte, index) => bytes[index] === byte));
  if (mark) return decide(mark.name, 'bom', `it begins with the byte order mark of ${mark.name}`);

  const wide = utf16Evidence(bytes);
  if (wide) return decide(wide, 'evidence', `every other byte of its ASCII is zero, as in ${wide}`);

  const usable = declarations.filter(({ name }) => name !== null && name !== 'replacement');
  const first = usable[0];
  if (nextHighByte(bytes, 0) < 0) {
    const name = first?.name === 'iso-2022-jp' && bytes.includes(ESC) ? first.name : null;
    if (name)
      return decide(name, first?.from ?? 'meta', 'it was declared and has escape sequences');
    return decide(
      'utf-8',
      first?.name === 'utf-8' ? first.from : 'default',
      'all bytes are ASCII, which reads the same in every charset',
    );
  }
  return utf8Decision(bytes, usable, decide) ?? scoredDecision(bytes, usable, decide);
}

type Decide = (name: string, from: CharsetDecision['from'], why: string) => CharsetDecision;

/** Bytes that are UTF-8 by accident are too rare to believe in, whatever was declared. */
function utf8Decision(
  bytes: Uint8Array,
  usable: readonly Declaration[],
  decide: Decide,
): CharsetDecision | null {
  const evidence = utf8Evidence(bytes);
  const sequences = evidence.two + evidence.longer;
  if (evidence.broken > sequences * DAMAGED_UTF8) return null;
  const claim = usable.find(({ name }) => name === 'utf-8');
  const other = usable[0];
  if (claim && claim === other) {
    const state = evidence.valid ? 'are' : `but ${evidence.broken} are`;
    return decide(
      'utf-8',
      claim.from,
      `${source(claim)} says so and all bytes ${state} valid UTF-8`,
    );
  }
  // A few two-byte sequences alone can be short words of another charset.
  const few = evidence.longer === 0 && evidence.two <= FEW_SEQUENCES;
  if (few && other && !claim && readsBetter(bytes, other)) return null;
  const against = other ? ` although ${source(other)} says ${other.label}` : '';
  return decide(
    'utf-8',
    'evidence',
    `its ${sequences} multi-byte sequences are valid UTF-8${against}`,
  );
}

function readsBetter(bytes: Uint8Array, other: Declaration): boolean {
  const windows = sampleBytes(bytes);
  return scoreCharset(windows, other.name ?? '') >= scoreCharset(windows, 'utf-8');
}

function scoredDecision(
  bytes: Uint8Array,
  usable: readonly Declaration[],
  decide: Decide,
): CharsetDecision {
  const windows = sampleBytes(bytes);
  const scores = new Map<string, number>();
  const score = (name: string): number => {
    const known = scores.get(name) ?? scoreCharset(windows, name);
    scores.set(name, known);
    return known;
  };
  const [best = 'windows-1252'] = CANDIDATES.toSorted((a, b) => score(b) - score(a));
  const trusted = usable.find(({ name }) => isTrusted(name, score, best));
  if (trusted?.name) {
    return decide(trusted.name, trusted.from, `${source(trusted)} says so and the bytes agree`);
  }
  if (score(best) < LEAST_EVIDENCE) {
    const [only] = usable;
    if (only?.name) return decide(only.name, only.from, `${source(only)} says so`);
    return decide('windows-1252', 'default', 'nothing was declared and the bytes show no script');
  }
  const share = `${Math.round(score(best) * 100)} % of its characters are frequent ones in ${best}`;
  const [ignored] = usable;
  return decide(
    best,
    'evidence',
    ignored
      ? `${share}, ${Math.round(score(ignored.name ?? '') * 100)} % in the ${ignored.label} it was declared as`
      : share,
  );
}

/** Charsets outside the candidates are believed unless the bytes are plainly East Asian. */
function isTrusted(name: string | null, score: (name: string) => number, best: string): boolean {
  if (name === null || name === 'utf-8') return false;
  if (name === 'gbk' && best === 'gb18030') return true;
  if (CANDIDATES.includes(name) || name === 'gbk') return score(name) >= score(best) - TRUST;
  return score(best) < 0.3 && score(name) > -1;
}

function source(declaration: Declaration): string {
  return declaration.from === 'http' ? 'the HTTP header' : 'the page itself';
}

function unreadable(declarations: readonly Declaration[]): string {
  const odd = declarations.find(({ name }) => name === null || name === 'replacement');
  if (!odd) return '';
  const what = odd.name === null ? 'no known charset' : 'a charset that is no longer read';
  return `; ${source(odd)} says ${odd.label.slice(0, 40)}, which is ${what}`;
}
