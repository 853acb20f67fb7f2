import type { HttpFault } from './http-client.ts';

type Fault = Pick<HttpFault, 'state' | 'reason' | 'detail' | 'passing'>;

const DNS_CODES = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'ENODATA']);
const TLS_CODE = /^(?:ERR_TLS|ERR_SSL|CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_|EPROTO)/;
const CODING_CODE = /^(?:Z_|ERR_BROTLI|ERR__ERROR|ZSTD_|ERR_ZSTD)/;
/** Depth of `cause` and `errors` looked at. */
const MAX_DEPTH = 4;

/**
 * What an error of an exchange means for the URL.
 * @param hasHeader whether the answer's header had come: what breaks after it is a truncated body
 */
export function faultOf(error: unknown, hasHeader: boolean): Fault {
  const all = flatten(error);
  const codes = all.map(codeOf);
  const names = new Set(all.map((one) => one.name));
  const detail = all.map((one) => one.message).find((message) => message !== '') ?? 'no message';
  const failed = (reason: Fault['reason'], passing: boolean): Fault => ({
    state: 'failed',
    reason,
    detail,
    passing,
  });

  if (codes.includes('ERR_IP_BLOCKED')) {
    return { state: 'blocked-address', reason: 'private-address', detail, passing: false };
  }
  if (names.has('PayloadTooLargeError')) {
    return { state: 'too-large', reason: 'size-cap', detail, passing: false };
  }
  if (codes.includes('UND_ERR_HEADERS_OVERFLOW')) {
    return { state: 'too-large', reason: 'header-cap', detail, passing: false };
  }
  if (names.has('PayloadRefusedError')) {
    return { state: 'not-a-document', reason: 'content-type', detail, passing: false };
  }
  if (names.has('ExchangeTimeoutError') || names.has('ConnectTimeoutError'))
    return failed('timeout', true);
  if (codes.some((code) => code.includes('TIMEOUT') || code === 'ETIMEDOUT'))
    return failed('timeout', true);
  if (codes.some((code) => DNS_CODES.has(code))) {
    return failed('dns', codes.includes('EAI_AGAIN'));
  }
  if (codes.some((code) => TLS_CODE.test(code))) return failed('tls', false);
  if (codes.includes('Z_BUF_ERROR')) return failed('truncated', true);
  if (names.has('ContentCodingError') || codes.some((code) => CODING_CODE.test(code))) {
    return failed('content-encoding', false);
  }
  if (codes.includes('UND_ERR_RES_CONTENT_LENGTH_MISMATCH')) return failed('truncated', true);
  if (hasHeader) return failed('truncated', true);
  if (codes.some((code) => code.startsWith('HPE_'))) return failed('malformed-response', false);
  return failed('connection', true);
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
