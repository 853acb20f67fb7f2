import { isPublished } from '#lib/consume/state-filter.ts';
import { hostOf } from '#lib/model/document-id.ts';
import type { UrlState } from '#lib/model/row.ts';

/** Values of a kind that are shown each; the rest is summed up. */
const SHOWN = 10;

export interface StateCounts {
  add(state: UrlState): void;
  total(): number;
  json(): Record<string, unknown>;
  text(): string;
}

/** How many URLs there are, and of each kind. */
export function stateCounts(): StateCounts {
  let urls = 0;
  let documents = 0;
  let characters = 0;
  let duplicates = 0;
  const kinds = new Map<string, Map<string, number>>(
    ['state', 'source', 'host', 'language', 'incomplete', 'cleaner'].map((kind) => [
      kind,
      new Map(),
    ]),
  );
  const count = (kind: string, value: string): void => {
    const values = kinds.get(kind);
    values?.set(value, (values.get(value) ?? 0) + 1);
  };

  return {
    add(state) {
      urls += 1;
      count('state', state.last.state);
      for (const source of state.sources) count('source', source);
      count('host', hostOf(state.canonicalUrl) || '(files)');
      const { content } = state;
      if (content === null || !isPublished(state)) return;
      documents += 1;
      characters += content.chars;
      if (state.duplicateOf !== null) duplicates += 1;
      count('language', content.language ?? '(none)');
      for (const mark of content.incomplete) count('incomplete', mark);
      count('cleaner', String(content.cleaner));
    },
    total: () => urls,
    json: () => ({
      ...{ urls, documents, characters, duplicates },
      ...Object.fromEntries([...kinds].map(([kind, values]) => [kind, Object.fromEntries(values)])),
    }),
    text: () =>
      [
        line('URLs', String(urls)),
        line('documents', `${documents} with ${characters} characters, ${duplicates} duplicates`),
        ...[...kinds].flatMap(([kind, values]) =>
          values.size === 0 ? [] : [line(`by ${kind}`, largest(values))],
        ),
      ].join('\n'),
  };
}

function line(name: string, value: string): string {
  return `${name.padEnd(14)} ${value}`;
}

function largest(values: ReadonlyMap<string, number>): string {
  const sorted = [...values].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  const rest = sorted.slice(SHOWN).reduce((sum, [, urls]) => sum + urls, 0);
  const shown = sorted.slice(0, SHOWN).map(([value, urls]) => `${value} ${urls}`);
  return [...shown, ...(rest > 0 ? [`${sorted.length - SHOWN} others ${rest}`] : [])].join(', ');
}
