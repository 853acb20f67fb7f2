import { describe, expect, it } from 'vitest';
import { snapshot } from '#lib/consume/snapshot.ts';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { readWarcFile } from '#lib/io/warc-file.ts';
import { replayWarc } from '#lib/local/replay-warc.ts';
import { PermanentError } from '#lib/model/errors.ts';
import { sourceDefinition } from '#lib/model/source.ts';
import { testPorts } from '../../support/sample-run.ts';
import { article } from './scripted-site.ts';

const URL_A = 'http://a.example/a.html';
const URL_B = 'http://a.example/b.html';
const EARLY = '2024-05-06T07:08:09Z';
const LATE = '2024-06-06T07:08:09Z';

interface Facts {
  readonly type?: string;
  readonly url?: string;
  readonly date?: string;
  readonly digest?: string;
  readonly http?: string;
  readonly body?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

const HTML = 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n';

/** A record as other tools write it. */
function aRecord({
  type = 'response',
  url = URL_A,
  date = EARLY,
  digest,
  http = HTML,
  body = '',
  fields = {},
}: Facts): string {
  const block = Buffer.from(http + body);
  const head = {
    'WARC-Type': type,
    'WARC-Target-URI': `<${url}>`,
    'WARC-Date': date,
    ...(digest ? { 'WARC-Payload-Digest': digest } : {}),
    ...fields,
    'Content-Length': String(block.length),
  };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}`);
  return `WARC/1.0\r\n${lines.join('\r\n')}\r\n\r\n${block}\r\n\r\n`;
}

async function* stream(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** As the command does it. */
async function* upToDamage<T>(records: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* records;
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error;
  }
}

/** Replays the files; what became of each path, and the titles of its documents. */
async function replay(...files: string[]) {
  const ports = testPorts(memoryObjectStore());
  const { rows } = await replayWarc(ports, sourceDefinition.parse({ name: 'replay' }), {
    async *exchanges() {
      for (const file of files) yield* upToDamage(readWarcFile(stream(file)));
    },
    signal: new AbortController().signal,
    onRow: () => undefined,
    onStart: () => undefined,
  });
  const ends = Object.fromEntries(
    rows.map(({ url, state, reason }) => [new URL(url).pathname, `${state} (${reason})`]),
  );
  const documents: Record<string, { title: string; fetchedAt: string; parts: number }> = {};
  for await (const { url, content } of snapshot(ports.store, { filter: { published: true } })) {
    if (!content) continue;
    const { title, fetchedAt, parts } = content;
    documents[new URL(url).pathname] = { title, fetchedAt, parts: parts.length };
  }
  return { ends, documents, rows };
}

const response = (name: string, facts: Facts = {}): string =>
  aRecord({ body: article(name), digest: `sha1:${name.toUpperCase()}`, ...facts });
const revisit = (digest: string, facts: Facts = {}): string =>
  aRecord({ type: 'revisit', digest, date: LATE, ...facts });

describe('a revisit record', () => {
  it('has the payload of the record with its digest, and its own time', async () => {
    const { ends, documents } = await replay(response('one') + revisit('SHA1:one'));

    expect(ends).toEqual({ '/a.html': 'published (new)' });
    expect(documents['/a.html']).toMatchObject({
      title: 'Entry one',
      fetchedAt: '2024-06-06T07:08:09.000Z',
    });
  });

  it('has it from another URL, another file, and a file read later', async () => {
    const { documents } = await replay(revisit('sha1:ONE', { url: URL_B }), response('one'));

    expect(Object.keys(documents).toSorted()).toEqual(['/a.html', '/b.html']);
    expect(documents['/b.html']?.title).toBe('Entry one');
  });

  it('has that of the record it names, if digests are missing', async () => {
    const names = { 'WARC-Refers-To-Target-URI': URL_A, 'WARC-Refers-To-Date': EARLY };
    const file =
      response('one', { digest: '' }) +
      aRecord({ type: 'revisit', url: URL_B, date: LATE, http: '', fields: names });

    expect((await replay(file)).documents['/b.html']?.title).toBe('Entry one');
  });

  it('of a 304 is no failed attempt', async () => {
    const http = 'HTTP/1.1 304 Not Modified\r\nETag: "x"\r\n\r\n';
    const { ends } = await replay(response('one') + revisit('sha1:ONE', { http }));

    expect(ends).toEqual({ '/a.html': 'published (new)' });
  });

  it('hides no response if what it repeats is not there; alone it is lost, and says so', async () => {
    const hidden = await replay(response('one') + revisit('sha1:TWO'));
    const alone = await replay(revisit('sha1:TWO'));

    expect(hidden.documents['/a.html']?.fetchedAt).toBe('2024-05-06T07:08:09.000Z');
    expect(alone.ends).toEqual({ '/a.html': 'failed (lost)' });
    expect(alone.rows[0]?.detail).toBe('a revisit of a response that is not in these files');
  });
});

describe('a file that was cut', () => {
  it('gives what is whole, and says what is not', async () => {
    const whole = response('one') + response('two', { url: URL_B });
    const read: string[] = [];
    const cut = async () => {
      for await (const { url, truncated } of readWarcFile(stream(whole.slice(0, -300)))) {
        read.push(`${new URL(url).pathname} ${truncated}`);
      }
    };

    await expect(cut()).rejects.toThrow('it ends within a record');
    expect(read).toEqual(['/a.html null', '/b.html disconnect']);
  });

  it('gives what is whole to a replay', async () => {
    const cut = (response('one') + response('two', { url: URL_B })).slice(0, -300);

    const { ends } = await replay(cut);

    expect(ends).toEqual({ '/a.html': 'published (new)', '/b.html': 'failed (truncated)' });
  });
});

describe('records without HTTP', () => {
  it('are pages too: resources, and conversions where there is no response', async () => {
    const plain = { http: '', fields: { 'Content-Type': 'text/plain' } };
    const prose = `A Title\n\n${'A sentence of some length that says something. '.repeat(20)}`;
    const { ends } = await replay(
      aRecord({
        type: 'resource',
        ...plain,
        fields: { 'Content-Type': 'text/html' },
        body: article('r'),
      }) +
        aRecord({ type: 'conversion', url: URL_B, ...plain, body: prose }) +
        aRecord({ type: 'metadata', url: 'http://a.example/m', ...plain, body: 'x: y' }),
    );

    expect(ends).toEqual({ '/a.html': 'published (new)', '/b.html': 'published (new)' });
    const both =
      response('one') + aRecord({ type: 'conversion', ...plain, date: LATE, body: prose });
    expect((await replay(both)).documents['/a.html']?.title).toBe('Entry one');
  });

  it('says that a record is cut which goes on in others', async () => {
    const { ends } = await replay(response('one', { fields: { 'WARC-Segment-Number': '1' } }));

    expect(ends).toEqual({ '/a.html': 'too-large (size-cap)' });
  });
});

describe('an article over several records', () => {
  const parts = ['/p.html', '/p_2.html', '/p_3.html'].map((path) => `http://a.example${path}`);
  const records = parts.map((url, n) => {
    const back = n > 0 ? `<a href="${parts[n - 1]}">上一页</a>` : '';
    const on = parts[n + 1] ? `<a href="${parts[n + 1]}">下一页</a>` : '';
    return response(`part ${n + 1}`, {
      url,
      body: `${article(`part ${n + 1}`)}<p>${back} ${on}</p>`,
    });
  });

  it('is one document, in whatever order they lie there', async () => {
    for (const file of [records.join(''), records.toReversed().join('')]) {
      const { ends, documents } = await replay(file);

      expect(ends).toEqual({
        '/p.html': 'published (new)',
        '/p_2.html': 'part-of (page-of-article)',
        '/p_3.html': 'part-of (page-of-article)',
      });
      expect(documents['/p.html']?.parts).toBe(2);
    }
  });

  it('stands incomplete if one is not there', async () => {
    const { rows, ends } = await replay(`${records[0]}${records[2]}`);

    expect(Object.keys(ends)).toEqual(['/p.html', '/p_3.html']);
    expect(rows.map(({ content }) => content?.incomplete.includes('parts-missing'))).toEqual([
      true,
      true,
    ]);
  });
});
