import type { Document } from '#lib/model/document.ts';
import { documentId } from '#lib/model/document-id.ts';

/** A document with nothing special about it. */
export function aDocument(overrides: Partial<Document> & { canonicalUrl: string }): Document {
  const text = overrides.text ?? 'A text.';
  return {
    schema: 1,
    id: documentId(overrides.canonicalUrl),
    url: overrides.canonicalUrl,
    declaredUrl: null,
    site: null,
    title: 'A title',
    author: null,
    publishedAt: null,
    category: [],
    language: 'zh-Hans',
    text,
    markdown: text,
    page: null,
    pageCount: null,
    incomplete: [],
    repairs: [],
    quality: { confidence: 1, chars: text.length, values: {}, flags: [] },
    removed: {},
    ...overrides,
  };
}
