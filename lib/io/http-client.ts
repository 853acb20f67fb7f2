import type { Reason, TerminalState } from '#lib/model/states.ts';

/** One exchange to make. Redirects are answers: whoever asks decides about the next request. */
export interface HttpRequest {
  readonly url: string;
  /** Beyond those every request carries; names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Cap on the decoded payload. */
  readonly maxBytes: number;
  /** What happens to a payload over the cap: a fault, or only its first bytes are kept. */
  readonly overflow?: 'fault' | 'cut';
  /**
   * Whether the payload of a 200 or 203 is wanted, asked before the body is read (`start` null) and again
   * when its first bytes are there. A refused body is not downloaded further.
   */
  readonly accepts?: (contentType: string | null, start: Uint8Array | null) => boolean;
  readonly signal?: AbortSignal;
}

/** Names in lower case, values byte for byte as ISO-8859-1, in the order received. */
export type HeaderList = readonly (readonly [string, string])[];

interface Exchanged {
  readonly url: string;
  /** Epoch milliseconds at the start of the exchange. */
  readonly startedAt: number;
  /** From the start to the answer's header. */
  readonly firstByteMs: number | null;
  /** From the start to the end. */
  readonly ms: number;
  readonly requestHeaders: HeaderList;
  readonly status: number | null;
  readonly headers: HeaderList;
}

/** The server answered. The payload is that of a 200 or 203, content codings undone; else empty. */
export interface HttpAnswer extends Exchanged {
  readonly kind: 'answer';
  readonly status: number;
  readonly statusText: string;
  readonly payload: Uint8Array;
  /** The payload was cut at `maxBytes`. */
  readonly cut: boolean;
}

/** No usable answer: the state and reason it means for the URL. */
export interface HttpFault extends Exchanged {
  readonly kind: 'fault';
  readonly state: Extract<
    TerminalState,
    'failed' | 'too-large' | 'blocked-address' | 'not-a-document'
  >;
  readonly reason: Reason;
  /** One line for a person. */
  readonly detail: string;
  /** Whether the same request may succeed in a moment. */
  readonly passing: boolean;
}

/** The asker's signal ended the exchange. */
export interface HttpAborted extends Exchanged {
  readonly kind: 'aborted';
}

export type HttpOutcome = HttpAnswer | HttpFault | HttpAborted;

/** Makes one GET exchange at a time with a server. Never throws: what goes wrong is an outcome. */
export interface HttpClient {
  get(request: HttpRequest): Promise<HttpOutcome>;
  /** Closes idle connections. */
  close(): Promise<void>;
}

/** Values of a header, joined as RFC 9110, section 5.3 says; null if it is absent. */
export function headerValue(headers: HeaderList, name: string): string | null {
  const values = headers.filter(([key]) => key === name).map(([, value]) => value);
  return values.length === 0 ? null : values.join(', ');
}
