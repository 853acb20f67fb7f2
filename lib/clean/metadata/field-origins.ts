import type { LineFacts } from '../lines/line-rules.ts';

/** Field → where its value came from, for those that say it. */
export function fieldOrigins(
  found: Readonly<Record<string, { readonly origin: string } | null>>,
): Record<string, string> {
  const origins: Record<string, string> = {};
  for (const [field, one] of Object.entries(found)) {
    if (one && one.origin !== '') origins[field] = one.origin;
  }
  return origins;
}

/** The same of the fields that only lines say. */
export function lineOrigins(line: LineFacts): Record<string, string> {
  const origins: Record<string, string> = {};
  if (line.page !== undefined) origins['page'] = 'line';
  if (line.pageCount !== undefined) origins['pageCount'] = 'line';
  return origins;
}
