import { hostOf } from '#lib/model/document-id.ts';
import type { ContentRegister, FetchRegister, PageKind, Row, UrlState } from '#lib/model/row.ts';
import { isTerminal, type Reason, type State } from '#lib/model/states.ts';

/** What became of one URL in a run. */
export interface Outcome {
  readonly id: string;
  readonly url: string;
  readonly canonicalUrl: string;
  readonly host: string;
  readonly kind: PageKind;
  readonly state: State;
  readonly reason: Reason;
  readonly detail: string | null;
  /** What its server answered in this run; null if it was not asked. */
  readonly fetch: FetchRegister | null;
  /** Its content after the run: an unchanged document keeps what an earlier run found. */
  readonly content: ContentRegister | null;
  /** Another document has the same text. */
  readonly isDuplicate: boolean;
}

/** Outcomes of a run from its rows and what the manifest knows of their URLs, in order of address. */
export function runOutcomes(rows: Iterable<Row>, known: ReadonlyMap<string, UrlState>): Outcome[] {
  const merged = new Map<string, { last: Row; fetch: FetchRegister | null }>();
  for (const row of rows) {
    const before = merged.get(row.canonicalUrl);
    const last = before === undefined || isLater(row, before.last) ? row : before.last;
    merged.set(row.canonicalUrl, { last, fetch: later(before?.fetch ?? null, row.fetch) });
  }
  const outcomes = [...merged.values()].map(({ last, fetch }): Outcome => {
    const { id, url, canonicalUrl, kind, state, reason, detail } = last;
    const urlState = known.get(canonicalUrl);
    const isUnchanged = state === 'unchanged' && urlState?.presence?.value !== 'taken-down';
    const content = last.content ?? (isUnchanged ? (urlState?.content ?? null) : null);
    const isDuplicate = typeof urlState?.duplicateOf === 'string';
    const host = canonicalUrl.startsWith('urn:') ? 'files' : hostOf(canonicalUrl);
    return {
      id,
      url,
      canonicalUrl,
      host,
      kind,
      state,
      reason,
      detail,
      fetch,
      content,
      isDuplicate,
    };
  });
  outcomes.sort((a, b) => (a.canonicalUrl < b.canonicalUrl ? -1 : 1));
  return withDuplicates(outcomes);
}

/** Whether the outcome is a document that may be read. */
export function isDocument({ kind, state, content }: Outcome): boolean {
  return kind === 'page' && (state === 'published' || state === 'unchanged') && !!content?.key;
}

/** An open state never hides a terminal one: a late row of an earlier stage changes nothing. */
function isLater(row: Row, before: Row): boolean {
  if (isTerminal(row.state) !== isTerminal(before.state)) return isTerminal(row.state);
  return row.ulid > before.ulid;
}

function later(a: FetchRegister | null, b: FetchRegister | null): FetchRegister | null {
  if (a === null || b === null) return a ?? b;
  return b.fetchedAt >= a.fetchedAt ? b : a;
}

/** Copies within the run that compaction has not told yet: all but the first by address. */
function withDuplicates(outcomes: readonly Outcome[]): Outcome[] {
  const texts = new Set<string>();
  return outcomes.map((outcome) => {
    const text = isDocument(outcome) ? outcome.content?.textSha : null;
    if (!text || outcome.isDuplicate) return outcome;
    const isCopy = texts.has(text);
    texts.add(text);
    return isCopy ? { ...outcome, isDuplicate: true } : outcome;
  });
}
