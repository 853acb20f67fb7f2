import type { Document } from '#lib/model/document.ts';
import { hostOf } from '#lib/model/document-id.ts';
import type { ExportRecord } from '#lib/model/export-files.ts';
import type { UrlState } from '#lib/model/row.ts';

/** A document and what is known of its URL as one flat record. */
export function toExportRecord(
  { id, url, canonicalUrl, sources, last, fetch, duplicateOf }: UrlState,
  content: NonNullable<UrlState['content']>,
  document: Document,
): Omit<ExportRecord, 'nearDuplicateOf' | 'commit'> {
  const { declaredUrl, title, author, publishedAt, site, category, language } = document;
  const { text, markdown, page, pageCount, incomplete, repairs, quality } = document;
  const raw = fetch?.raw ?? null;
  return {
    id,
    sha: content.sha ?? '',
    url,
    canonicalUrl,
    declaredUrl,
    host: hostOf(canonicalUrl),
    sources,
    run: last.run,
    title,
    author,
    publishedAt,
    site,
    category,
    language,
    text,
    markdown,
    page,
    pageCount,
    incomplete,
    repairs,
    confidence: quality.confidence,
    chars: quality.chars,
    fetchedAt: content.fetchedAt,
    contentType: fetch?.contentType ?? null,
    charset: content.charset,
    payloadDigest: fetch?.payloadDigest ?? null,
    rawKey: raw?.key ?? null,
    rawOffset: raw?.offset ?? null,
    rawLength: raw?.length ?? null,
    cleaner: content.cleaner,
    profile: content.profile,
    duplicateOf,
  };
}
