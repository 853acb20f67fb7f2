import { sha256 } from '#lib/model/digest.ts';
import { documentId } from '#lib/model/document-id.ts';
import { documentKey } from '#lib/model/keys.ts';
import type { ContentRegister, FetchRegister, Row } from '#lib/model/row.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** ULIDs that ascend with their time and then with each call. */
export function countingUlids(now: () => number): () => string {
  let count = 0;
  return () => base32(now(), 10) + base32(count++, 16);
}

function base32(value: number, length: number): string {
  let digits = '';
  let rest = value;
  for (let i = 0; i < length; i++) {
    digits = CROCKFORD[rest % 32] + digits;
    rest = Math.floor(rest / 32);
  }
  return digits;
}

/** A clock that only the test moves. */
export function handClock(start = Date.UTC(2026, 0, 1)) {
  let time = start;
  return {
    now: () => time,
    advance: (ms: number) => {
      time += ms;
    },
  };
}

export function aFetch(overrides: Partial<FetchRegister> = {}): FetchRegister {
  return {
    fetchedAt: '2026-01-01T00:00:00.000Z',
    status: 200,
    contentType: 'text/html',
    etag: null,
    lastModified: null,
    payloadDigest: sha256('payload'),
    bytes: 7,
    ms: 1,
    raw: null,
    redirectedTo: null,
    robots: [],
    missingSince: null,
    changedAt: null,
    nextDueAt: null,
    ...overrides,
  };
}

export function aContent(overrides: Partial<ContentRegister> = {}): ContentRegister {
  return {
    fetchedAt: '2026-01-01T00:00:00.000Z',
    cleaner: 1,
    profile: null,
    key: null,
    sha: null,
    textSha: null,
    previousSha: null,
    title: 'A title',
    site: null,
    author: null,
    publishedAt: null,
    language: 'zh-Hans',
    chars: 10,
    confidence: 1,
    incomplete: [],
    repairs: [],
    charset: 'utf-8 (declared)',
    removedShare: 0,
    parts: [],
    ...overrides,
  };
}

/** Content of a document whose text is `text`. */
export function contentOf(canonicalUrl: string, text: string, fetchedAt?: string): ContentRegister {
  const sha = sha256(text);
  return aContent({
    sha,
    textSha: sha,
    key: documentKey(documentId(canonicalUrl), sha),
    ...(fetchedAt === undefined ? {} : { fetchedAt }),
  });
}

export function aRow(overrides: Partial<Row> & { ulid: string }): Row {
  const url = overrides.url ?? overrides.canonicalUrl ?? 'https://www.example.com/a.html';
  return {
    schema: 1,
    run: '01KDVNTG00000000000000RVN1',
    source: 'samples',
    id: documentId(overrides.canonicalUrl ?? url),
    url,
    canonicalUrl: url,
    kind: 'page',
    depth: 0,
    hop: 0,
    via: null,
    at: '2026-01-01T00:00:00.000Z',
    state: 'discovered',
    reason: 'seed',
    detail: null,
    fetch: null,
    content: null,
    presence: null,
    ...overrides,
  };
}
