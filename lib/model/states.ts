import * as z from 'zod';

/** A URL that is on its way through a run. */
export const OPEN_STATES = ['discovered', 'fetched'] as const;

/** Where a URL's way through a run ends: exactly one of these. */
export const TERMINAL_STATES = [
  'published',
  'unchanged',
  'no-document',
  'noindex',
  'robots-disallowed',
  'redirected',
  'part-of',
  'not-a-document',
  'too-large',
  'blocked-address',
  'gone',
  'taken-down',
  'deferred',
  'failed',
] as const;

export const terminalState = z.enum(TERMINAL_STATES);
export const state = z.enum([...OPEN_STATES, ...TERMINAL_STATES]);
export type TerminalState = z.infer<typeof terminalState>;
export type State = z.infer<typeof state>;

/** Why a URL is in its state; which reasons belong to which state. Closed, like the states. */
export const REASONS = {
  discovered: ['seed', 'sitemap', 'feed', 'listing', 'redirect', 'due'],
  fetched: ['http-200'],
  published: ['new', 'changed'],
  unchanged: ['not-modified', 'same-payload', 'same-document', 'restored'],
  'no-document': [
    'login-wall',
    'captcha',
    'soft-404',
    'list-page',
    'empty',
    'listing',
    'sitemap',
    'feed',
  ],
  noindex: ['meta-robots', 'x-robots-tag'],
  'robots-disallowed': ['robots-rule', 'robots-unreachable'],
  redirected: ['redirect'],
  'part-of': ['page-of-article'],
  'not-a-document': ['content-type'],
  'too-large': ['size-cap', 'header-cap'],
  'blocked-address': ['private-address', 'port', 'scheme', 'credentials'],
  gone: ['http-404', 'http-410'],
  'taken-down': ['takedown'],
  deferred: ['retry-after', 'breaker', 'budget', 'cancelled', 'crawl-delay', 'deadline'],
  failed: [
    'http-4xx',
    'http-5xx',
    'timeout',
    'connection',
    'dns',
    'tls',
    'truncated',
    'malformed-response',
    'content-encoding',
    'redirect-loop',
    'redirect-depth',
    'invalid-url',
    'clean-error',
    'hops',
    'lost',
    'poison',
  ],
} as const satisfies Record<State, readonly string[]>;

export type Reason = (typeof REASONS)[State][number];
export const reason = z.enum([...new Set(Object.values(REASONS).flat())] as [Reason, ...Reason[]]);

const TERMINAL: ReadonlySet<string> = new Set(TERMINAL_STATES);

export function isTerminal(value: State): value is TerminalState {
  return TERMINAL.has(value);
}

/** Whether `why` is one of the reasons listed for `of`. */
export function isReasonOf(of: State, why: Reason): boolean {
  return (REASONS[of] as readonly string[]).includes(why);
}
