import type { ReportData } from './embedded.ts';

type Row = ReportData['rows'][number];

/** `state:failed host:a.org is:short words`: what must hold of a row, all of it. */
export interface Query {
  readonly terms: readonly { readonly name: string; readonly value: string }[];
  readonly words: readonly string[];
}

const TERM = /^(state|reason|host|incomplete|repair|is|kind):(.+)$/;
const SPACE = /\s+/;

export function parseQuery(text: string): Query {
  const terms: { name: string; value: string }[] = [];
  const words: string[] = [];
  for (const part of text.trim().split(SPACE)) {
    const [, name, value] = TERM.exec(part) ?? [];
    if (name && value) terms.push({ name, value });
    else if (part !== '') words.push(part.toLowerCase());
  }
  return { terms, words };
}

/** `text` with the term `name` set to `value`; '' takes it out. */
export function withTerm(text: string, name: string, value: string): string {
  const rest = text
    .trim()
    .split(SPACE)
    .filter((part) => part !== '' && !part.startsWith(`${name}:`));
  return [...rest, ...(value === '' ? [] : [`${name}:${value}`])].join(' ');
}

export function matches(row: Row, { terms, words }: Query): boolean {
  if (!terms.every((term) => holds(row, term))) return false;
  if (words.length === 0) return true;
  const text = `${row.title ?? ''} ${row.url} ${row.id} ${row.detail ?? ''}`.toLowerCase();
  return words.every((word) => text.includes(word));
}

function holds(row: Row, { name, value }: Query['terms'][number]): boolean {
  switch (name) {
    case 'state':
      return row.state === value;
    case 'reason':
      return row.reason === value;
    case 'host':
      return row.host === value;
    case 'kind':
      return (row.kind ?? 'page') === value;
    case 'incomplete':
      return value === 'any' ? !!row.incomplete : (row.incomplete?.includes(value) ?? false);
    case 'repair':
      return value === 'any' ? !!row.repairs : (row.repairs?.includes(value) ?? false);
    default:
      return isSo(row, value);
  }
}

function isSo(row: Row, value: string): boolean {
  if (value === 'document') return row.isDocument === true;
  if (value === 'duplicate') return row.isDuplicate === true;
  if (value === 'short') return row.isShort === true;
  if (value === 'refused') return row.isRefused === true;
  if (value === 'lost') return row.isLost === true;
  return value === 'viewable' && row.hasView === true;
}
