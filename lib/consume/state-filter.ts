import { compareText } from '#lib/model/compare-text.ts';
import type { Incomplete } from '#lib/model/document.ts';
import { hostOf } from '#lib/model/document-id.ts';
import type { UrlState } from '#lib/model/row.ts';
import type { State } from '#lib/model/states.ts';

/** What a consumer wants; every field given must hold. */
export interface StateFilter {
  /** Only URLs with a document that may be read: not gone, not taken down. */
  readonly published?: boolean;
  readonly source?: string;
  readonly host?: string;
  /** States the URL last ended in. */
  readonly states?: readonly State[];
  /** Beginning of a BCP 47 tag: zh takes zh-Hans. */
  readonly language?: string;
  /**
   * publishedAt is of this date (2024, 2024-05, 2024-05-01) or later, as far as both tell: a document of
   * 2024 may be of May. Documents without a date do not match.
   */
  readonly publishedSince?: string;
  /** The same: of this date or earlier. */
  readonly publishedUntil?: string;
  /** Last row is of this time or later. */
  readonly changedSince?: string;
  readonly complete?: boolean;
  /** None of these. */
  readonly notIncomplete?: readonly Incomplete[];
  readonly minConfidence?: number;
  readonly minChars?: number;
  /** Leaves out documents whose text another document has, which stands for them. */
  readonly withoutDuplicates?: boolean;
}

/** Whether the state is one the filter asks for. */
export function matches(state: UrlState, filter: StateFilter): boolean {
  return matchesUrl(state, filter) && matchesDocument(state, filter);
}

/** Whether the URL has a document that may be read. */
export function isPublished({ content, presence }: UrlState): boolean {
  return content?.key != null && presence?.value !== 'gone' && presence?.value !== 'taken-down';
}

function matchesUrl(state: UrlState, filter: StateFilter): boolean {
  if (filter.source !== undefined && !state.sources.includes(filter.source)) return false;
  if (filter.host !== undefined && hostOf(state.canonicalUrl) !== filter.host) return false;
  if (filter.states !== undefined && !filter.states.includes(state.last.state)) return false;
  return filter.changedSince === undefined || state.last.at >= filter.changedSince;
}

function matchesDocument(state: UrlState, filter: StateFilter): boolean {
  if (filter.published !== undefined && isPublished(state) !== filter.published) return false;
  if (filter.withoutDuplicates && state.duplicateOf !== null) return false;
  return matchesText(state.content, filter) && matchesCompleteness(state.content, filter);
}

function matchesText(content: UrlState['content'], filter: StateFilter): boolean {
  const { language, publishedSince, publishedUntil, minConfidence, minChars } = filter;
  if (language !== undefined && !hasLanguage(content?.language ?? '', language)) return false;
  const publishedAt = content?.publishedAt ?? null;
  if (publishedSince !== undefined && !(compareDates(publishedAt, publishedSince) >= 0))
    return false;
  if (publishedUntil !== undefined && !(compareDates(publishedAt, publishedUntil) <= 0))
    return false;
  if (minConfidence !== undefined && (content?.confidence ?? 0) < minConfidence) return false;
  return minChars === undefined || (content?.chars ?? 0) >= minChars;
}

function matchesCompleteness(content: UrlState['content'], filter: StateFilter): boolean {
  const { complete, notIncomplete } = filter;
  const marks = content?.incomplete ?? [];
  if (complete !== undefined && (content === null || (marks.length === 0) !== complete))
    return false;
  return notIncomplete === undefined || !marks.some((mark) => notIncomplete.includes(mark));
}

/** By what both dates tell; NaN without a date, which is neither before nor after. */
function compareDates(publishedAt: string | null, date: string): number {
  if (publishedAt === null) return Number.NaN;
  const digits = Math.min(publishedAt.length, date.length);
  return compareText(publishedAt.slice(0, digits), date.slice(0, digits));
}

function hasLanguage(tag: string, wanted: string): boolean {
  return tag === wanted || tag.startsWith(`${wanted}-`);
}
