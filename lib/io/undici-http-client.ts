import type { LookupFunction } from 'node:net';
import type { Dispatcher } from 'undici';
// not from the index: with it come caches, mocks and WebSocket, and the function takes longer to load
import sendRequest from 'undici/lib/api/api-request.js';
import Agent from 'undici/lib/dispatcher/agent.js';
import {
  type AddressPolicy,
  addressPolicy,
  type OpenAddresses,
  refusalOf,
  type UrlRefusal,
} from './address-rules.ts';
import { answerPayload } from './answer-payload.ts';
import { EXCHANGE_LIMITS, type ExchangeLimits, watchExchange } from './exchange-watch.ts';
import { guardedConnector } from './guarded-connector.ts';
import type { HeaderList, HttpClient, HttpFault, HttpOutcome, HttpRequest } from './http-client.ts';
import { faultOf } from './http-faults.ts';

export interface SafeHttpClientOptions extends OpenAddresses {
  /** Sent with every request; names the operator's contact. */
  readonly userAgent: string;
  readonly limits?: Partial<ExchangeLimits>;
  /** Name resolution; the system's by default. */
  readonly lookup?: LookupFunction;
}

const KEEP_ALIVE_MS = 10_000;
const ACCEPT =
  'text/html,application/xhtml+xml,text/plain;q=0.9,application/xml;q=0.8,text/xml;q=0.8,*/*;q=0.1';
const REFUSALS: Record<UrlRefusal, string> = {
  scheme: 'only http and https are fetched',
  credentials: 'the URL carries credentials',
  port: 'only the web’s ports are fetched',
  'private-address': 'the address is not public',
};

/**
 * The one way out to the web. No cookies, no proxy, no redirects followed; public addresses on
 * ports 80 and 443 only; every exchange bounded in time, header, wire bytes and decoded bytes.
 */
export function safeHttpClient(options: SafeHttpClientOptions): HttpClient {
  const limits = { ...EXCHANGE_LIMITS, ...options.limits };
  const policy = addressPolicy(options);
  const agent = new Agent({
    connect: guardedConnector({
      policy,
      connectMs: limits.connectMs,
      ...(options.lookup ? { lookup: options.lookup } : {}),
    }),
    allowH2: false,
    maxHeaderSize: limits.maxHeaderBytes,
    headersTimeout: 0, // the watch keeps time, to the millisecond
    bodyTimeout: 0,
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
  });

  return {
    get: (request) => exchange(request, { agent, limits, policy, userAgent: options.userAgent }),
    close: () => agent.close(),
  };
}

interface Means {
  readonly agent: Dispatcher;
  readonly limits: ExchangeLimits;
  readonly policy: AddressPolicy;
  readonly userAgent: string;
}

/** An exchange under way: what is known of it so far. */
interface Progress {
  status: number | null;
  headers: HeaderList;
  firstByteMs: number | null;
}

async function exchange(request: HttpRequest, means: Means): Promise<HttpOutcome> {
  const startedAt = Date.now();
  const requestHeaders: (readonly [string, string])[] = [];
  const progress: Progress = { status: null, headers: [], firstByteMs: null };
  const told = () => ({
    url: request.url,
    startedAt,
    ms: Date.now() - startedAt,
    requestHeaders,
    ...progress,
  });
  const refused = (state: HttpFault['state'], reason: HttpFault['reason'], detail: string) =>
    ({ kind: 'fault', ...told(), state, reason, detail, passing: false }) as const;

  if (!URL.canParse(request.url)) return refused('failed', 'invalid-url', 'not a URL');
  const url = new URL(request.url);
  const refusal = refusalOf(means.policy, url);
  if (refusal !== null) return refused('blocked-address', refusal, REFUSALS[refusal]);

  requestHeaders.push(
    ['host', url.host],
    ['user-agent', means.userAgent],
    ['accept', ACCEPT],
    ['accept-encoding', 'gzip, deflate, br, zstd'],
    ...Object.entries(request.headers ?? {}),
  );
  const watch = watchExchange(means.limits, request.signal);
  try {
    const response = await sendRequest.call(means.agent, {
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: requestHeaders.flat(),
      responseHeaders: 'raw',
      signal: watch.signal,
    });
    watch.answered();
    progress.firstByteMs = Date.now() - startedAt;
    progress.status = response.statusCode;
    progress.headers = headerList(response.headers);
    const { payload, cut } = await answerPayload(response, request, progress.headers, watch);
    const { statusCode: status, statusText } = response;
    return { kind: 'answer', ...told(), status, statusText, payload, cut };
  } catch (error) {
    if (request.signal?.aborted) return { kind: 'aborted', ...told() };
    return { kind: 'fault', ...told(), ...faultOf(error, progress.status !== null) };
  } finally {
    watch.end();
  }
}

/** undici gives raw headers as a flat list, names and values byte for byte. */
function headerList(raw: unknown): HeaderList {
  const list: (readonly [string, string])[] = [];
  if (!Array.isArray(raw)) return list;
  for (let at = 0; at + 1 < raw.length; at += 2) {
    list.push([text(raw[at]).toLowerCase(), text(raw[at + 1])]);
  }
  return list;
}

function text(value: unknown): string {
  return Buffer.isBuffer(value) ? value.toString('latin1') : String(value);
}
