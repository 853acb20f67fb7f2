import { isDocument, type Outcome } from './outcomes.ts';

/** One line of the report's list; absent fields are null, false or empty. */
export interface ReportRow {
  readonly id: string;
  readonly url: string;
  readonly host: string;
  readonly title?: string;
  readonly kind?: string;
  readonly state: string;
  readonly reason: string;
  readonly detail?: string;
  readonly chars?: number;
  readonly removedShare?: number;
  readonly ms?: number;
  readonly status?: number;
  readonly confidence?: number;
  readonly incomplete?: readonly string[];
  readonly repairs?: readonly string[];
  readonly publishedAt?: string;
  readonly language?: string;
  readonly isDuplicate?: true;
  readonly isDocument?: true;
  readonly isShort?: true;
  readonly isRefused?: true;
  /** Its before-and-after view is in the file. */
  readonly hasView?: true;
}

const REFUSING = new Set([401, 403, 429, 451, 503]);
const REFUSED = new Set(['captcha', 'retry-after', 'breaker', 'robots-unreachable']);

/** Outcomes as rows, less every field that says nothing. `shortBelow`: by host. */
export function reportRow(
  outcome: Outcome,
  { hasView, shortBelow }: { readonly hasView: boolean; readonly shortBelow: number },
): ReportRow {
  const { id, url, host, kind, state, reason, detail, fetch, content, isDuplicate } = outcome;
  const isFresh = state === 'published' && content?.key != null;
  return {
    id,
    url,
    host,
    state,
    reason,
    ...(kind === 'page' ? {} : { kind }),
    ...(detail === null ? {} : { detail }),
    ...(content === null ? {} : contentFields(content)),
    ...(fetch?.ms == null ? {} : { ms: fetch.ms }),
    ...(fetch?.status == null ? {} : { status: fetch.status }),
    ...(isDuplicate ? { isDuplicate } : {}),
    ...(isDocument(outcome) ? { isDocument: true } : {}),
    ...(isFresh && (content?.chars ?? 0) < shortBelow ? { isShort: true } : {}),
    ...(REFUSING.has(fetch?.status ?? 0) || REFUSED.has(reason) ? { isRefused: true } : {}),
    ...(hasView ? { hasView: true } : {}),
  };
}

function contentFields(content: NonNullable<Outcome['content']>): Partial<ReportRow> {
  const { title, chars, removedShare, confidence, incomplete, repairs } = content;
  const { publishedAt, language } = content;
  return {
    chars,
    removedShare: Math.round(removedShare * 1000) / 1000,
    confidence: Math.round(confidence * 1000) / 1000,
    ...(title === '' ? {} : { title }),
    ...(incomplete.length > 0 ? { incomplete } : {}),
    ...(repairs.length > 0 ? { repairs } : {}),
    ...(publishedAt === null ? {} : { publishedAt }),
    ...(language === null ? {} : { language }),
  };
}
