import { z } from 'zod';
import { sourceDefinition } from '../../lib/model/source.ts';

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** A table of every field of a source definition, from its schema: name, type, default, meaning. */
export function sourceFields(): string {
  const schema = z.toJSONSchema(sourceDefinition, { io: 'input' }) as Schema;
  const rows = fieldsOf(schema, '').filter(([name]) => name !== '`$schema`');
  return table(['field', 'type', 'default', 'meaning'], rows);
}

function fieldsOf(schema: Schema, prefix: string): string[][] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const isGroup = field.properties !== undefined;
    const own = [
      `\`${path}\``,
      typeOf(field),
      required.has(name) ? '**required**' : isGroup ? '' : defaultOf(field),
      field.description ?? '',
    ];
    return [own, ...fieldsOf(field, `${path}.`)];
  });
}

function typeOf({ type, format, items, minimum, maximum, properties }: Schema): string {
  if (properties) return 'object';
  if (type === 'array') return `list of ${typeOf(items ?? {})}`;
  const name = format === 'uri' ? 'URL' : type === 'integer' ? 'whole number' : (type ?? 'any');
  const low = minimum === undefined || minimum < -1e15 ? '' : ` from ${minimum}`;
  const high = maximum === undefined || maximum > 1e15 ? '' : ` to ${maximum}`;
  return `${name}${low}${high}`;
}

function defaultOf({ default: value }: Schema): string {
  if (value === undefined) return 'none';
  if (Array.isArray(value) && value.length === 0) return 'none';
  return `\`${JSON.stringify(value)}\``;
}

/** A Markdown table. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
