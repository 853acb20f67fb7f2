import type { HttpClient, HttpOutcome, HttpRequest } from '#lib/io/http-client.ts';

/** What a scripted server says to a request; the rest of an outcome is filled in. */
export interface Script {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly firstByteMs?: number;
  readonly fault?: Pick<
    Extract<HttpOutcome, { kind: 'fault' }>,
    'state' | 'reason' | 'detail' | 'passing'
  >;
}

export type Scripts = (request: HttpRequest, count: number) => Script;

/** An HTTP client whose servers say what they are told to; `requests` is what it was asked for. */
export function scriptedHttp(
  script: Scripts,
  now: () => number,
): HttpClient & { readonly requests: HttpRequest[] } {
  const requests: HttpRequest[] = [];
  return {
    requests,
    async get(request) {
      requests.push(request);
      const count = requests.filter(({ url }) => url === request.url).length;
      const {
        status = 200,
        headers = {},
        body = '',
        firstByteMs = 0,
        fault,
      } = script(request, count);
      const told = {
        url: request.url,
        startedAt: now(),
        firstByteMs,
        ms: firstByteMs,
        requestHeaders: Object.entries(request.headers ?? {}),
        headers: Object.entries(headers),
      };
      if (fault) return { kind: 'fault', ...told, status: null, ...fault };
      const payload = new TextEncoder().encode(status === 200 ? body : '');
      return { kind: 'answer', ...told, status, statusText: '', payload, cut: false };
    },
    async close() {},
  };
}

/** A clock on which waiting takes no time: it jumps to the end of every sleep. */
export function jumpingClock(start = Date.parse('2026-11-22T00:00:00Z')) {
  let time = start;
  return {
    now: () => time,
    async sleep(ms: number, signal?: AbortSignal): Promise<void> {
      signal?.throwIfAborted();
      time += ms;
    },
  };
}
