import { randomUUID } from 'node:crypto';
import { rawKey } from '#lib/model/keys.ts';
import type { RawReference } from '#lib/model/row.ts';
import type { Clock } from './clock.ts';
import { type Headers, httpHead } from './http-block.ts';
import type { ObjectStore } from './object-store.ts';
import type { Exchange, WarcWriter } from './warc.ts';
import { warcDigest, warcRecord } from './warc-record.ts';

const CODINGS: ReadonlySet<string> = new Set(['content-encoding', 'transfer-encoding']);

/** Writes WARC 1.1: a warcinfo record, then request and response of each exchange. */
export function warcWriter(store: ObjectStore, clock: Clock, ulid: () => string): WarcWriter {
  return {
    async write(exchanges) {
      if (exchanges.length === 0) return [];
      const now = new Date(clock.now());
      const key = rawKey(now, ulid());
      const infoId = newRecordId();
      const members = [await infoRecord(infoId, now.toISOString(), key)];
      const references: RawReference[] = [];
      let offset = members[0]?.byteLength ?? 0;
      for (const exchange of exchanges) {
        const responseId = newRecordId();
        const request = await requestRecord(exchange, infoId, responseId);
        const response = await responseRecord(exchange, infoId, responseId);
        members.push(request, response);
        offset += request.byteLength;
        references.push({ key, offset, length: response.byteLength });
        offset += response.byteLength;
      }
      await store.create(key, Buffer.concat(members));
      return references;
    },
  };
}

function newRecordId(): string {
  return `<urn:uuid:${randomUUID()}>`;
}

function infoRecord(id: string, date: string, key: string): Promise<Buffer> {
  const info = [
    'software: winnow',
    'format: WARC File Format 1.1',
    'conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
    'robots: obey',
    '',
  ];
  return warcRecord(
    [
      ['WARC-Type', 'warcinfo'],
      ['WARC-Record-ID', id],
      ['WARC-Date', date],
      ['WARC-Filename', key.slice(key.lastIndexOf('/') + 1)],
      ['Content-Type', 'application/warc-fields'],
    ],
    Buffer.from(info.join('\r\n')),
  );
}

function requestRecord(exchange: Exchange, infoId: string, responseId: string): Promise<Buffer> {
  const { url, requestHeaders } = exchange;
  const { host, pathname, search } = new URL(url);
  const hasHost = requestHeaders.some(([name]) => name.toLowerCase() === 'host');
  const headers: Headers = hasHost ? requestHeaders : [['Host', host], ...requestHeaders];
  const block = httpHead(`GET ${pathname}${search} HTTP/1.1`, headers);
  return warcRecord(
    [
      ['WARC-Type', 'request'],
      ['WARC-Record-ID', newRecordId()],
      ['WARC-Warcinfo-ID', infoId],
      ['WARC-Concurrent-To', responseId],
      ['WARC-Target-URI', url],
      ['WARC-Date', exchange.fetchedAt],
      ['WARC-Block-Digest', warcDigest(block)],
      ['Content-Type', 'application/http; msgtype=request'],
    ],
    block,
  );
}

function responseRecord(exchange: Exchange, infoId: string, id: string): Promise<Buffer> {
  const { url, status, statusText, payload } = exchange;
  const head = httpHead(`HTTP/1.1 ${status} ${statusText}`, storedHeaders(exchange));
  const block = Buffer.concat([head, payload]);
  return warcRecord(
    [
      ['WARC-Type', 'response'],
      ['WARC-Record-ID', id],
      ['WARC-Warcinfo-ID', infoId],
      ['WARC-Target-URI', url],
      ['WARC-Date', exchange.fetchedAt],
      ['WARC-Payload-Digest', warcDigest(payload)],
      ['WARC-Block-Digest', warcDigest(block)],
      ['WARC-Truncated', exchange.truncated ?? ''],
      ['Content-Type', 'application/http; msgtype=response'],
    ],
    block,
  );
}

/**
 * The header must describe the stored bytes, whose codings are undone: readers would undo them
 * again. The original values stay under X-Orig-, the names Browsertrix gives them.
 */
function storedHeaders({ responseHeaders, payload }: Exchange): Headers {
  const headers = responseHeaders.flatMap(([name, value]): [string, string][] => {
    const lower = name.toLowerCase();
    if (CODINGS.has(lower)) return [[`X-Orig-${name}`, value]];
    if (lower === 'content-length' && value !== String(payload.byteLength)) {
      return [[`X-Orig-${name}`, value]];
    }
    return lower === 'content-length' ? [] : [[name, value]];
  });
  return [...headers, ['Content-Length', String(payload.byteLength)]];
}
