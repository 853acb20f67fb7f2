/**
 * Query parameters that tell who sent the visitor and never what is shown. Conservative: only
 * names of analytics and sharing systems that are used across sites (their own documentation:
 * Google, Meta, Microsoft, Baidu Tongji, WeChat, QQ, Yandex, Mailchimp, HubSpot, Alibaba SPM).
 */
const TRACKING: ReadonlySet<string> = new Set([
  '_ga',
  '_gl',
  '_hsenc',
  '_hsmi',
  '_openstat',
  'bd_vid',
  'dclid',
  'fbclid',
  'gbraid',
  'gclid',
  'gclsrc',
  'hmci',
  'hmcu',
  'hmkw',
  'hmpl',
  'hmsr',
  'igshid',
  'isappinstalled',
  'li_fat_id',
  'mc_cid',
  'mc_eid',
  'mkt_tok',
  'msclkid',
  'nsukey',
  'scm',
  'spm',
  'srsltid',
  'tdsourcetag',
  'ttclid',
  'twclid',
  'wbraid',
  'wt_mc',
  'yclid',
]);
const TRACKING_PREFIX = /^(?:utm|pk|mtm|matomo|piwik)_/;

/** Parameters that track only with these values; with others they may choose what is shown. */
const TRACKING_VALUES: ReadonlyMap<string, RegExp> = new Map([
  ['from', /^(?:timeline|singlemessage|groupmessage|message|qq|weixin|wechat|app)$/],
  ['sid', /^[0-9a-f]{32}$/i],
  ['s', /^[0-9a-f]{32}$/i],
  ['session', /^[0-9a-f]{32}$/i],
]);
const SESSION = /^(?:jsessionid|phpsessid|aspsessionid\w*|cfid|cftoken|sessionid|session_id)$/;

const SESSION_IN_PATH = /;(?:jsessionid|phpsessid|sid)=[^/;]*/gi;
const ASP_SESSION_SEGMENT = /\/\([a-z]\([0-9a-z]{20,40}\)\)(?=\/|$)/gi;
const STRAY_PERCENT = /%(?![0-9a-f]{2})/gi;
const ENCODED = /%[0-9a-f]{2}/gi;
const UNRESERVED = /[0-9A-Za-z._~-]/;
const HASHBANG = '#!';

/**
 * The one spelling under which a page is known. By syntax only, so it never costs a request:
 * parsed by the URL Standard (lower-case host, IDN as Punycode, dot segments, default ports),
 * percent-encoding in its normal form (RFC 3986, section 6.2.2), fragment dropped unless it is
 * a `#!` address, tracking and session parameters dropped, the others sorted by name with equal
 * names in their order, empty query dropped. Never changes the origin; idempotent.
 * Returns null for what is not an http(s) URL.
 */
export function canonicalUrl(raw: string): string | null {
  if (!URL.canParse(raw)) return null;
  const url = new URL(raw);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.username = '';
  url.password = '';
  url.pathname = canonicalPath(url.pathname);
  const query = canonicalQuery(url.search);
  // the setter would take a question mark that begins the query for its own
  url.search = query && `?${query}`;
  if (!url.hash.startsWith(HASHBANG) || url.hash === HASHBANG) url.hash = '';
  return url.href;
}

function canonicalPath(path: string): string {
  return normalEncoding(path).replaceAll(SESSION_IN_PATH, '').replaceAll(ASP_SESSION_SEGMENT, '');
}

function canonicalQuery(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const text = normalEncoding(part);
      const equals = text.indexOf('=');
      const name = equals < 0 ? text : text.slice(0, equals);
      return { name, value: equals < 0 ? '' : text.slice(equals + 1), text };
    })
    .filter(({ name, value }) => !isTracking(name.toLowerCase(), value));
  // by code unit, as no locale may decide; the order of equal names may mean something
  kept.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  return kept.map(({ text }) => text).join('&');
}

function isTracking(name: string, value: string): boolean {
  if (TRACKING.has(name) || TRACKING_PREFIX.test(name) || SESSION.test(name)) return true;
  return TRACKING_VALUES.get(name)?.test(value) ?? false;
}

/** Upper-case hex, unreserved characters bare, a percent sign that encodes nothing as %25. */
function normalEncoding(text: string): string {
  return text.replaceAll(STRAY_PERCENT, '%25').replaceAll(ENCODED, (encoded) => {
    const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
    return UNRESERVED.test(character) ? character : encoded.toUpperCase();
  });
}
