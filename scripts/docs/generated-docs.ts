import { readFileSync } from 'node:fs';
import { cleaningTables } from './cleaning-examples.ts';
import { commandReference } from './command-reference.ts';
import { qualityFloors } from './quality-floors.ts';
import { sourceFields } from './source-fields.ts';

/** Files with generated parts: file → name of the part → its Markdown. */
export async function generatedParts(): Promise<
  Readonly<Record<string, Readonly<Record<string, string>>>>
> {
  return {
    'docs/sources.md': { fields: sourceFields() },
    'docs/cleaning.md': cleaningTables(),
    'docs/commands.md': { commands: await commandReference() },
    'docs/benchmarks.md': { floors: qualityFloors() },
  };
}

/** A file as it must be: what stands between the marks of each part replaced. */
export function withParts(file: string, parts: Readonly<Record<string, string>>): string {
  let text = readFileSync(file, 'utf8');
  for (const [name, part] of Object.entries(parts)) {
    const begin = `<!-- generated: ${name} -->`;
    const end = `<!-- end: ${name} -->`;
    const from = text.indexOf(begin);
    const to = text.indexOf(end);
    if (from < 0 || to < from) throw new Error(`${file} has no place for ${name}`);
    text = `${text.slice(0, from + begin.length)}\n\n${part}\n\n${text.slice(to)}`;
  }
  return text;
}
