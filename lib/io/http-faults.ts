import type { HttpFault } from './http-client.ts';

type Fault = Pick<HttpFault, 'state' | 'reason' | 'detail' | 'passing'>;

const DNS_CODE = /^(?:ENOTFOUND|ENODATA|ESERVFAIL|EAI_)/;
const TIMEOUT_CODE = /TIMEOUT|ETIMEDOUT/;
const END_TOO_EARLY = /EOF/;
const TLS_CODE = /^(?:ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_|EPROTO)/;
const CODING_CODE = /^(?:Z_|ERR_BROTLI|ERR__ERROR|ZSTD_|ERR_ZSTD)/;
/** Depth of `cause` and `errors` looked at. */
const MAX_DEPTH = 4;

/** What is known of an error: names, codes, and whether the answer's header had come. */
interface Symptoms {
  readonly names: ReadonlySet<string>;
  readonly codes: readonly string[];
  readonly detail: string;
  readonly hasHeader: boolean;
}

type Rule = readonly [Fault['state'], Fault['reason'], boolean, (symptoms: Symptoms) => boolean];

const named =
  (...names: string[]) =>
  (symptoms: Symptoms) =>
    names.some((name) => symptoms.names.has(name));
const coded =
  (...codes: string[]) =>
  (symptoms: Symptoms) =>
    symptoms.codes.some((code) => codes.includes(code));
const matching = (pattern: RegExp) => (symptoms: Symptoms) =>
  symptoms.codes.some((code) => pattern.test(code));

/** State, reason, whether it passes, and when: the first that holds. */
const RULES: readonly Rule[] = [
  ['blocked-address', 'private-address', false, coded('ERR_IP_BLOCKED')],
  ['too-large', 'size-cap', false, named('PayloadTooLargeError')],
  ['too-large', 'header-cap', false, coded('UND_ERR_HEADERS_OVERFLOW')],
  ['not-a-document', 'content-type', false, named('PayloadRefusedError')],
  ['failed', 'timeout', true, named('ExchangeTimeoutError', 'ConnectTimeoutError')],
  ['failed', 'timeout', true, matching(TIMEOUT_CODE)],
  ['failed', 'dns', true, coded('EAI_AGAIN')],
  ['failed', 'dns', false, matching(DNS_CODE)],
  ['failed', 'tls', false, matching(TLS_CODE)],
  ['failed', 'truncated', true, coded('Z_BUF_ERROR')],
  ['failed', 'content-encoding', false, named('ContentCodingError')],
  ['failed', 'content-encoding', false, matching(CODING_CODE)],
  ['failed', 'malformed-response', false, isMalformed],
  ['failed', 'truncated', true, ({ hasHeader }) => hasHeader],
];

/** The parser gave up; but at the end of the connection, or by length, a body is only cut short. */
function isMalformed(symptoms: Symptoms): boolean {
  const { hasHeader, detail } = symptoms;
  if (coded('UND_ERR_RES_CONTENT_LENGTH_MISMATCH')(symptoms)) return !hasHeader;
  return named('HTTPParserError')(symptoms) && !(hasHeader && END_TOO_EARLY.test(detail));
}

/**
 * What an error of an exchange means for the URL.
 * @param hasHeader whether the answer's header had come: what breaks after it is a truncated body
 */
export function faultOf(error: unknown, hasHeader: boolean): Fault {
  const all = flatten(error);
  const detail = all.map((one) => one.message).find((message) => message !== '') ?? 'no message';
  const symptoms = {
    names: new Set(all.map((one) => one.name)),
    codes: all.map(codeOf),
    detail,
    hasHeader,
  };
  const rule = RULES.find(([, , , holds]) => holds(symptoms));
  const [state, reason, passing] = rule ?? (['failed', 'connection', true] as const);
  return { state, reason, detail, passing };
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The error, its causes and the errors it collects. */
function flatten(error: unknown, depth = 0): Error[] {
  if (!(error instanceof Error)) return depth === 0 ? [new Error(String(error))] : [];
  if (depth >= MAX_DEPTH) return [error];
  const inner = error instanceof AggregateError ? error.errors : [];
  return [error, ...[error.cause, ...inner].flatMap((one: unknown) => flatten(one, depth + 1))];
}
