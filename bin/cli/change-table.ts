import { CHANGES, type DocumentChange } from '#lib/local/document-change.ts';

/** Changes with a size that are shown each, the largest first. */
const SHOWN = 20;

export interface ChangeTable {
  add(change: DocumentChange): void;
  /** Documents that cleaning failed on. */
  failed(): number;
  text(about: { readonly isTrial: boolean }): string;
}

/** What cleaning again changed: counts by kind with their sizes, and the largest changes. */
export function changeTable(): ChangeTable {
  const sums = new Map<string, { count: number; added: number; removed: number }>();
  const fields = new Map<string, number>();
  let largest: DocumentChange[] = [];

  const countLines = (): string[] =>
    CHANGES.flatMap((kind) => {
      const sum = sums.get(kind);
      if (sum === undefined) return [];
      const size = sum.added + sum.removed > 0 ? `   +${sum.added} −${sum.removed} characters` : '';
      return [`  ${kind.padEnd(20)}${String(sum.count).padStart(8)}${size}`];
    });

  return {
    add(change) {
      const { added, removed } = change;
      const sum = sums.get(change.change) ?? { count: 0, added: 0, removed: 0 };
      sums.set(change.change, {
        count: sum.count + 1,
        added: sum.added + added,
        removed: sum.removed + removed,
      });
      for (const field of change.fields) fields.set(field, (fields.get(field) ?? 0) + 1);
      if (added + removed === 0 && change.change !== 'failed') return;
      largest = [...largest, change].sort((a, b) => sizeOf(b) - sizeOf(a)).slice(0, SHOWN);
    },
    failed: () => sums.get('failed')?.count ?? 0,
    text({ isTrial }) {
      const total = [...sums.values()].reduce((sum, { count }) => sum + count, 0);
      if (total === 0) return 'no document is to be made again';
      const named = [...fields].map(([field, count]) => `${field} ${count}`).join(', ');
      return [
        isTrial ? 'What would change:' : 'What changed:',
        ...countLines(),
        `  ${'total'.padEnd(20)}${String(total).padStart(8)}`,
        ...(named === '' ? [] : [`fields: ${named}`]),
        ...(largest.length === 0 ? [] : ['', 'The largest changes:', ...largest.map(lineOf)]),
      ].join('\n');
    },
  };
}

function sizeOf({ added, removed }: DocumentChange): number {
  return added + removed;
}

function lineOf({ id, change, added, removed, detail, title, url }: DocumentChange): string {
  const size = `+${added} −${removed}`;
  const why = detail === null ? '' : ` (${detail})`;
  return `  ${id}  ${change.padEnd(18)} ${size.padStart(14)}  ${title || url}${why}`;
}
