import type { CleanResult } from '#lib/model/cleaning.ts';
import { sha256 } from '#lib/model/digest.ts';
import type { Document } from '#lib/model/document.ts';
import { documentKey } from '#lib/model/keys.ts';
import type { FetchedPage } from '#lib/model/messages.ts';
import type { ContentRegister } from '#lib/model/row.ts';

/** A page must not blow up its row. */
const MAX_DIRECTIVES = 50;
const MAX_DIRECTIVE = 200;
const WHITE_SPACE = /\s+/gu;

/**
 * What is known of a page's document.
 * @param version its sha is null for a document that is not stored: then it has no key either
 */
export function contentOf(
  page: FetchedPage,
  { charset, removals, robots }: CleanResult,
  document: Document,
  version: Pick<ContentRegister, 'fetchedAt' | 'cleaner' | 'profile' | 'sha'>,
): ContentRegister {
  const { sha } = version;
  const removed = removals.reduce((sum, removal) => sum + removal.text.length, 0);
  const { title, site, author, publishedAt, language, text, quality, incomplete, repairs } =
    document;
  return {
    ...version,
    key: sha && documentKey(page.item.id, sha),
    textSha: sha && sha256(text.replaceAll(WHITE_SPACE, '')),
    previousSha: page.item.previous?.sha ?? null,
    title,
    site,
    author,
    publishedAt,
    language,
    chars: quality.chars,
    confidence: quality.confidence,
    incomplete,
    repairs,
    charset: `${charset.name} (${charset.from}: ${charset.why})`,
    robots: [...robots].slice(0, MAX_DIRECTIVES).map((text) => text.slice(0, MAX_DIRECTIVE)),
    removedShare: removed / Math.max(1, removed + text.length),
    parts: page.parts.slice(1).map((part) => part.canonicalUrl),
  };
}
