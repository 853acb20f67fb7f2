import type { Charts } from '../charts.ts';
import type { PageView } from '../page-view.ts';
import type { ReportRow } from '../report-rows.ts';

export interface ReportData {
  readonly rows: readonly (ReportRow & { readonly isLost?: true })[];
  readonly charts: Charts;
  readonly viewsAt: string | null;
  readonly location: string | null;
}

export interface ViewData {
  readonly previous: string | null;
  readonly next: string | null;
  readonly up: string | null;
}

/** The value of an element of JSON; null if the page has none. */
export function embedded<T>(id: string): T | null {
  const text = document.getElementById(id)?.textContent;
  return text ? (JSON.parse(text) as T) : null;
}

let packed: Readonly<Record<string, string>> | null = null;

/** Ids of the views the file holds, in no order. */
export function viewIds(): string[] {
  return Object.keys(packedViews());
}

/** A view of the file, null if it does not hold it. */
export async function readView(id: string): Promise<PageView | null> {
  const text = packedViews()[id];
  if (text === undefined) return null;
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return JSON.parse(await new Response(stream).text()) as PageView;
}

function packedViews(): Readonly<Record<string, string>> {
  packed ??= embedded<Record<string, string>>('report-views') ?? {};
  return packed;
}
