import type { Robots, RobotsRule } from './parse-robots.ts';

/** A rule in the spellings it is compared in. */
interface ComparableRule {
  readonly rule: RobotsRule;
  readonly pattern: string;
  readonly undone: string;
}

/** What the robots.txt of a host says to one crawler: its groups merged, or else everybody's. */
export interface RobotsPolicy {
  /** The first that matches decides: longest first, Allow before Disallow of the same length. */
  readonly rules: readonly ComparableRule[];
  readonly crawlDelaySeconds: number | null;
  readonly signals: readonly string[];
}

/** Whether a URL may be fetched, and the rule that decided; none allows. */
export interface RobotsVerdict {
  readonly allowed: boolean;
  readonly rule: RobotsRule | null;
}

const PRODUCT_TOKEN = /^[a-z_-]+$/i;
const AUTHORITY = /^(?:[a-z][a-z0-9+.-]*:)?(?:\/\/)?[^/?;#]*/i;
const ESCAPE_OR_BYTE = /%[0-9a-f]{2}|\P{ASCII}/giu;
const ESCAPED_UNRESERVED = /%(?:2[DE]|3[0-9]|4[1-9A-F]|5[0-9AF]|6[1-9A-F]|7[0-9AE])/g;

/** Whether a name can be a crawler's in robots.txt (RFC 9309, section 2.2.1). */
export function isProductToken(name: string): boolean {
  return PRODUCT_TOKEN.test(name);
}

/** All groups that name `token` are one; if none does, those for everybody are. */
export function policyFor(robots: Robots, token: string): RobotsPolicy {
  const name = token.toLowerCase();
  const own = isProductToken(token)
    ? robots.groups.filter(({ agents }) => agents.includes(name))
    : [];
  const groups = own.length > 0 ? own : robots.groups.filter(({ agents }) => agents.includes('*'));
  const delays = groups.flatMap(({ crawlDelaySeconds: delay }) => (delay === null ? [] : [delay]));
  return {
    rules: groups
      .flatMap(({ rules }) => rules)
      .map(comparable)
      .toSorted((a, b) => b.pattern.length - a.pattern.length || preference(a) - preference(b)),
    crawlDelaySeconds: delays.length > 0 ? Math.max(...delays) : null,
    signals: groups.flatMap(({ signals }) => signals),
  };
}

/**
 * Judges a URL by the longest rule that matches its path and query; between rules of one length
 * Allow wins (RFC 9309, section 2.2.2). /robots.txt itself is always allowed.
 *
 * The RFC compares with escaped unreserved characters (%62 for b) undone, its reference parser
 * does not. The stricter reading of the two is taken: Disallow matches by either, Allow only as
 * written.
 */
export function mayFetch(policy: RobotsPolicy, url: string): RobotsVerdict {
  const path = robotsPath(url);
  if (path === '/robots.txt') return { allowed: true, rule: null };
  const written = normalised(path);
  const undone = undoUnreserved(written);
  const first = policy.rules.find(
    ({ rule, pattern, undone: undonePattern }) =>
      matchesPattern(written, pattern) || (!rule.allow && matchesPattern(undone, undonePattern)),
  );
  return { allowed: first?.rule.allow ?? true, rule: first?.rule ?? null };
}

function comparable(rule: RobotsRule): ComparableRule {
  const pattern = normalised(rule.path);
  return { rule, pattern, undone: undoUnreserved(pattern) };
}

function preference({ rule }: ComparableRule): number {
  return rule.allow ? 0 : 1;
}

/** Path and query of a URL as written, from its first slash: what rules are compared with. */
export function robotsPath(url: string): string {
  const rest = url.replace(AUTHORITY, '');
  const hash = rest.indexOf('#');
  const path = hash === -1 ? rest : rest.slice(0, hash);
  return path.startsWith('/') ? path : `/${path}`;
}

/** Escapes in upper case; bytes outside ASCII escaped. */
function normalised(path: string): string {
  return path.replace(ESCAPE_OR_BYTE, (found) =>
    found.startsWith('%')
      ? found.toUpperCase()
      : `%${found.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
}

function undoUnreserved(path: string): string {
  return path.replace(ESCAPED_UNRESERVED, (found) =>
    String.fromCharCode(Number.parseInt(found.slice(1), 16)),
  );
}

/**
 * `*` stands for any characters, `$` at the end for the end; else a prefix matches.
 * Each piece is looked for after the one before it, so the cost is linear in pieces.
 */
function matchesPattern(path: string, pattern: string): boolean {
  const isAnchored = pattern.endsWith('$');
  const pieces = (isAnchored ? pattern.slice(0, -1) : pattern).split('*');
  const [first = '', ...rest] = pieces;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = isAnchored ? rest.pop() : undefined;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  if (!isAnchored) return true;
  if (last === undefined) return at === path.length;
  return path.length - last.length >= at && path.endsWith(last);
}
