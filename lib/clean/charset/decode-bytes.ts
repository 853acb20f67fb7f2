/**
 * Charset: bytes and what was declared in, text and the decision out.
 * A byte order mark decides; else strict UTF-8; else the charset in which the bytes read best, where
 * a declaration counts as much as a few characters. Nothing is dropped: bytes that mean nothing
 * become U+FFFD.
 */
import type { CharsetDecision } from '#lib/model/cleaning.ts';
import { type CharsetCost, charsetCost } from './charset-cost.ts';
import { type Declaration, declaredCharsets } from './declared-charset.ts';
import { decodeAs } from './decode-as.ts';
import { nextHighByte, sampleBytes } from './sample-bytes.ts';
import { utf8Evidence } from './utf8-evidence.ts';
import { utf16Evidence } from './utf16-evidence.ts';

/** UTF-8 with fewer broken bytes than this share of its sequences is UTF-8 that was damaged. */
const DAMAGED_UTF8 = 0.05;
/** So few sequences may be a short word of GBK: 一一 is valid UTF-8 too. */
const FEW_SEQUENCES = 8;
const ESC = 0x1b;

/**
 * How improbable a charset is before its bytes are seen, in nats: what nobody declared.
 * A declaration that is wrong is set aside when another charset reads better by more than these.
 */
const PRIORS: Readonly<Record<string, number>> = {
  gb18030: 8,
  'utf-8': 6,
  big5: 9,
  shift_jis: 16,
  'euc-jp': 16,
  'euc-kr': 16,
  'windows-1252': 11,
  'windows-1251': 13,
  'koi8-r': 16,
};
const DECLARED = 0;
/** The costs are coarse: what was declared is not set aside for a gain as small as their error. */
const MISFIT = 0.04;
/** The second of two declarations that differ: templates are older than servers' defaults. */
const DECLARED_SECOND = 3;

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
  if (sequences <= FEW_SEQUENCES) return null;
  const against = other ? ` although ${source(other)} says ${other.label}` : '';
  return decide(
    'utf-8',
    'evidence',
    `its ${sequences} multi-byte sequences are valid UTF-8${against}`,
  );
}

/** The charset in which the bytes read best. */
function scoredDecision(
  bytes: Uint8Array,
  usable: readonly Declaration[],
  decide: Decide,
): CharsetDecision {
  const windows = sampleBytes(bytes);
  let best = { name: 'windows-1252', total: Number.POSITIVE_INFINITY };
  const costs = new Map<string, CharsetCost>();
  for (const { name, prior, isDeclared } of contenders(usable)) {
    const limit = isDeclared ? Number.POSITIVE_INFINITY : best.total - prior;
    const cost = charsetCost(windows, name, limit);
    costs.set(name, cost);
    const total = cost.nats + prior - (isDeclared ? MISFIT * cost.ownNats : 0);
    if (total < best.total) best = { name, total };
  }
  const bits = (name: string): number => Math.round(costs.get(name)?.bitsEach ?? 0);
  const claim = usable.find(({ name }) => name === best.name);
  if (claim) return decide(best.name, claim.from, `${source(claim)} says so and the bytes agree`);
  const own = `its characters are usual ones in ${best.name} (${bits(best.name)} bits each)`;
  const [ignored] = usable;
  return decide(
    best.name,
    'evidence',
    ignored?.name
      ? `${own}, and unusual in the ${ignored.label} it was declared as (${bits(ignored.name)} bits)`
      : own,
  );
}

interface Contender {
  readonly name: string;
  readonly prior: number;
  readonly isDeclared: boolean;
}

/** What was declared, then the usual charsets, likeliest first: others need not be read to the end. */
function contenders(usable: readonly Declaration[]): Contender[] {
  const declared = usable.flatMap(({ name }, index): Contender[] =>
    name === null
      ? []
      : [{ name, prior: index === 0 ? DECLARED : DECLARED_SECOND, isDeclared: true }],
  );
  const others = Object.entries(PRIORS)
    .filter(([name]) => !usable.some((one) => one.name === name))
    .map(([name, prior]): Contender => ({ name, prior, isDeclared: false }));
  return [...declared, ...others];
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
