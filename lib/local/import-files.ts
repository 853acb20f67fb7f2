import { mayBeDocument } from '#lib/model/content-type.ts';
import { sha256 } from '#lib/model/digest.ts';
import { documentId } from '#lib/model/document-id.ts';
import type { CleanMessage, FetchedPage, PreviousFetch } from '#lib/model/messages.ts';
import { newRow } from '#lib/model/new-row.ts';
import type { Row } from '#lib/model/row.ts';
import type { Reason, State } from '#lib/model/states.ts';
import type { Ports } from '#lib/stages/stage.ts';

/** A page that lies on this machine: it has no URL, so its digest is its address. */
export interface PageFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

export interface Imported {
  readonly rows: readonly Row[];
  readonly clean: CleanMessage | null;
}

/** Takes files into a run as if they had been fetched: archived, one row for entering, one for the bytes. */
export async function importFiles(
  files: readonly PageFile[],
  run: { readonly runId: string; readonly source: string },
  seen: Set<string>,
  ports: Ports,
  previous: (canonicalUrl: string) => PreviousFetch | null = () => null,
): Promise<Imported> {
  const fresh = files.filter(({ bytes }) => {
    const address = addressOf(bytes);
    return !seen.has(address) && seen.add(address);
  });
  const readable = fresh.filter(({ contentType }) => mayBeDocument(contentType));
  const at = new Date(ports.clock.now()).toISOString();
  const raws = await ports.warcWriter.write(
    readable.map(({ bytes, contentType }) => ({
      url: addressOf(bytes),
      fetchedAt: at,
      requestHeaders: [],
      status: 200,
      statusText: 'OK',
      responseHeaders: [['content-type', contentType]],
      payload: bytes,
      truncated: null,
    })),
  );

  const rows: Row[] = [];
  const pages: FetchedPage[] = [];
  const add = (file: PageFile, state: State, reason: Reason, fetch: Row['fetch']): Row => {
    const canonicalUrl = addressOf(file.bytes);
    const id = documentId(canonicalUrl);
    const address = {
      id,
      url: canonicalUrl,
      canonicalUrl,
      kind: 'page',
      depth: 0,
      hop: 0,
      via: null,
    } as const;
    const row = newRow(
      address,
      { state, reason, detail: file.name, fetch },
      { ulid: ports.ulid(), run: run.runId, source: run.source, at },
    );
    rows.push(row);
    return row;
  };
  for (const file of fresh) add(file, 'discovered', 'seed', null);
  for (const file of fresh) {
    const raw = raws[readable.indexOf(file)];
    if (raw === undefined) {
      add(file, 'not-a-document', 'content-type', null);
      continue;
    }
    const { contentType, bytes } = file;
    const payloadDigest = sha256(bytes);
    const row = add(file, 'fetched', 'http-200', {
      fetchedAt: at,
      status: 200,
      contentType,
      etag: null,
      lastModified: null,
      payloadDigest,
      bytes: bytes.length,
      ms: 0,
      raw,
      redirectedTo: null,
      robots: [],
      missingSince: null,
      changedAt: null,
      nextDueAt: null,
    });
    const { id, url, canonicalUrl, kind, depth, hop, via } = row;
    pages.push({
      item: { id, url, canonicalUrl, kind, depth, hop, via, previous: previous(canonicalUrl) },
      parts: [{ url, canonicalUrl, fetchedAt: at, contentType, payloadDigest, robots: [], raw }],
      partsMissing: false,
    });
  }
  return { rows, clean: pages.length > 0 ? { ...run, pages } : null };
}

function addressOf(bytes: Uint8Array): string {
  return `urn:sha256:${sha256(bytes)}`;
}
