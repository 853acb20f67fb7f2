import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cleanPage } from '#lib/clean/clean-page.ts';
import { type ExpectedDocument, expectedPages } from '#samples/expected.ts';
import { samplePayload, sampleSite } from '#samples/sample-site.ts';

const ORIGIN = 'http://127.0.0.1:8080';
const WHITE_SPACE = /\s+/g;
const site = sampleSite();

function cleaned(path: string) {
  const page = site[path];
  if (!page) throw new Error(`no page ${path}`);
  const payload = samplePayload(page, ORIGIN);
  const bytes = page.gzip === 'file' ? gunzipSync(payload) : payload;
  const contentType = page.headers['Content-Type'] ?? null;
  return cleanPage({ bytes, contentType, url: ORIGIN + path }).document;
}

/** As documents are compared: white space of the text does not count. */
function comparable(document: ExpectedDocument): ExpectedDocument {
  return { ...document, text: document.text.replaceAll(WHITE_SPACE, '') };
}

const cases = [...expectedPages(ORIGIN)].map(([url, expected]) => ({
  path: url.slice(ORIGIN.length),
  expected,
}));
const documents = cases.flatMap(({ path, expected }) =>
  expected.document ? [{ path, wanted: expected.document }] : [],
);
const others = cases.filter(
  ({ expected }) => expected.kind === 'page' && expected.state === 'no-document',
);

describe('cleaning the sample site', () => {
  it.for(documents)('$path comes out as written down', ({ path, wanted }) => {
    const document = cleaned(path);

    expect(comparable(document)).toMatchObject(comparable(wanted));
  });

  it.for(others)('$path has no document', ({ path }) => {
    expect(cleaned(path).incomplete).toContain('no-document');
  });
});
