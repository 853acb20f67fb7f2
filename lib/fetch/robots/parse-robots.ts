/**
 * robots.txt by RFC 9309, as its reference parser reads it: lenient about what was plainly meant.
 * Pure and total: any string is a robots.txt.
 */

/** One Allow or Disallow line. */
export interface RobotsRule {
  readonly allow: boolean;
  /** As written, ISO-8859-1 for bytes. */
  readonly path: string;
  /** Counted from 1, for messages. */
  readonly line: number;
}

/** Rules under one run of User-agent lines. */
export interface RobotsGroup {
  /** Product tokens in lower case; `*` for everybody. */
  readonly agents: readonly string[];
  readonly rules: readonly RobotsRule[];
  readonly crawlDelaySeconds: number | null;
  /** Content-Signal and Content-Usage lines: `content-signal: search=yes, ai-train=no`. */
  readonly signals: readonly string[];
}

export interface Robots {
  readonly groups: readonly RobotsGroup[];
  /** URLs of Sitemap lines, wherever they stand. */
  readonly sitemaps: readonly string[];
}

/** RFC 9309, section 2.5 asks for at least 500 KiB; what follows is not read. */
export const ROBOTS_MAX_BYTES = 512 * 1024;

const BYTE_ORDER_MARK = /^\u00ef(?:\u00bb\u00bf?)?/;
const LINE_END = /\r\n|\r|\n/;
const TWO_WORDS = /^(\S+)[ \t]+(\S+)$/;
const PRODUCT_TOKEN = /^[a-z_-]+/i;
const EVERYBODY = /^\*(?:\s|$)/;

/** `10`, `0.5`, and what is plainly meant: `5s`, `10 seconds`. */
const SECONDS = /^(\d{1,9}(?:\.\d{1,9})?)\s*(?:s|sec|secs|seconds?)?$/i;

type Key =
  | 'user-agent'
  | 'allow'
  | 'disallow'
  | 'crawl-delay'
  | 'sitemap'
  | 'content-signal'
  | 'content-usage';

/** Names, and the spellings that occur for them. */
const KEYS: ReadonlyMap<string, Key> = new Map([
  ['user-agent', 'user-agent'],
  ['useragent', 'user-agent'],
  ['user agent', 'user-agent'],
  ['allow', 'allow'],
  ['disallow', 'disallow'],
  ['dissallow', 'disallow'],
  ['dissalow', 'disallow'],
  ['disalow', 'disallow'],
  ['diasllow', 'disallow'],
  ['disallaw', 'disallow'],
  ['crawl-delay', 'crawl-delay'],
  ['crawldelay', 'crawl-delay'],
  ['sitemap', 'sitemap'],
  ['site-map', 'sitemap'],
  ['content-signal', 'content-signal'],
  ['content-usage', 'content-usage'],
]);

interface GroupDraft {
  agents: string[];
  rules: RobotsRule[];
  crawlDelaySeconds: number | null;
  signals: string[];
}

/**
 * @param body byte for byte as ISO-8859-1, so that a path in any charset keeps its bytes
 */
export function parseRobots(body: string): Robots {
  const groups: GroupDraft[] = [];
  const sitemaps: string[] = [];
  let isOpen = false; // further User-agent lines still join the last group

  const lines = body.slice(0, ROBOTS_MAX_BYTES).replace(BYTE_ORDER_MARK, '').split(LINE_END);
  for (const [index, text] of lines.entries()) {
    const [key, value] = recordOf(text);
    if (key === 'user-agent') {
      const group = isOpen ? groups.at(-1) : undefined;
      if (group) group.agents.push(agentOf(value));
      else
        groups.push({ agents: [agentOf(value)], rules: [], crawlDelaySeconds: null, signals: [] });
      isOpen = true;
    } else if (key === 'sitemap') {
      sitemaps.push(value);
    } else if (key !== null) {
      // Only rules end the run of User-agent lines; other records must not (RFC 9309, 2.2.4).
      if (key === 'allow' || key === 'disallow') isOpen = false;
      addTo(groups.at(-1), key, value, index + 1);
    }
  }
  return { groups, sitemaps };
}

/** Name and value of a line; no name for blank lines, comments and what nobody knows. */
function recordOf(line: string): readonly [Key | null, string] {
  const hash = line.indexOf('#');
  const text = (hash === -1 ? line : line.slice(0, hash)).trim();
  const colon = text.indexOf(':');
  const words = colon === -1 ? TWO_WORDS.exec(text) : null; // `disallow /`: the colon is missing
  const name = colon === -1 ? words?.[1] : text.slice(0, colon).trim();
  const value = colon === -1 ? words?.[2] : text.slice(colon + 1).trim();
  const key = name === undefined ? undefined : KEYS.get(name.toLowerCase());
  return key === undefined || value === undefined ? [null, ''] : [key, value];
}

/** The product token an agent line begins with: `FooBot/2.1 (x)` is `foobot`. '' matches nobody. */
function agentOf(value: string): string {
  if (EVERYBODY.test(value)) return '*';
  return PRODUCT_TOKEN.exec(value)?.[0].toLowerCase() ?? '';
}

/** Adds a record to its group; outside of groups it means nothing. */
function addTo(
  group: GroupDraft | undefined,
  key: Exclude<Key, 'user-agent' | 'sitemap'>,
  value: string,
  line: number,
): void {
  if (!group) return;
  switch (key) {
    case 'allow':
    case 'disallow':
      if (value !== '') group.rules.push({ allow: key === 'allow', path: value, line });
      break;
    case 'crawl-delay': {
      const seconds = Number(SECONDS.exec(value)?.[1] ?? Number.NaN);
      if (Number.isFinite(seconds)) {
        group.crawlDelaySeconds = Math.max(group.crawlDelaySeconds ?? 0, seconds);
      }
      break;
    }
    case 'content-signal':
    case 'content-usage':
      group.signals.push(`${key}: ${value}`);
      break;
  }
}
