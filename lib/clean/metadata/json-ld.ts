import { tolerantJson } from './tolerant-json.ts';

/** One object of the page's JSON-LD, with its types. */
export interface LdNode {
  readonly types: readonly string[];
  readonly values: Readonly<Record<string, unknown>>;
  /** How deep inside other objects it stood: 0 = top level or in @graph. */
  readonly depth: number;
}

/** Pages that list thousands of offers describe a shop, not a document. */
const MAX_NODES = 2_000;
const MAX_DEPTH = 8;
const TYPE_PREFIX = /^.*[/#:]/;

interface Waiting {
  readonly value: unknown;
  readonly depth: number;
}

/** All typed objects of the scripts, outer before inner, each once. Iterative; bounded in nodes and depth. */
export function readJsonLd(scripts: readonly string[]): LdNode[] {
  const nodes: LdNode[] = [];
  const queue: Waiting[] = scripts.map((script) => ({ value: tolerantJson(script), depth: 0 }));
  for (let at = 0; at < queue.length && at < MAX_NODES; at += 1) {
    const { value, depth } = queue[at] ?? { value: null, depth: 0 };
    for (const inner of innerOf(value, depth)) queue.push(inner);
    if (isRecord(value) && depth <= MAX_DEPTH) {
      const types = typesOf(value);
      if (types.length > 0) nodes.push({ types, values: value, depth });
    }
  }
  return nodes;
}

/** The items of a list, the objects and lists among a record's values; those of @graph stand as high as the record. */
function innerOf(value: unknown, depth: number): Waiting[] {
  if (Array.isArray(value))
    return value.slice(0, MAX_NODES).map((item) => ({ value: item, depth }));
  if (!isRecord(value) || depth > MAX_DEPTH) return [];
  return Object.entries(value)
    .filter(([, inner]) => typeof inner === 'object' && inner !== null)
    .map(([key, inner]) => ({ value: inner, depth: key === '@graph' ? depth : depth + 1 }));
}

/** The string of a property: itself, the first of a list, or an object's name; '' if there is none. */
export function ldText(value: unknown): string {
  let inner = value;
  while (typeof inner === 'object' && inner !== null) {
    inner = Array.isArray(inner) ? inner[0] : nameOf(inner);
  }
  if (typeof inner === 'string') return inner;
  return typeof inner === 'number' ? String(inner) : '';
}

function nameOf(value: object): unknown {
  return isRecord(value) ? (value['name'] ?? value['@value']) : undefined;
}

/** The names of one or several persons or organisations; a reference by @id is looked up. */
export function ldNames(value: unknown, nodes: readonly LdNode[]): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list
    .map((item) => ldText(resolved(item, nodes)))
    .filter((name) => name !== '')
    .slice(0, 20);
}

function resolved(item: unknown, nodes: readonly LdNode[]): unknown {
  if (!isRecord(item) || item['name'] !== undefined) return item;
  const id = item['@id'];
  const target = nodes.find((node) => node.values['@id'] === id && node.values['name']);
  return typeof id === 'string' ? (target?.values ?? item) : item;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(value: Record<string, unknown>): string[] {
  const type = value['@type'];
  const list = Array.isArray(type) ? type : [type];
  return list.filter((one) => typeof one === 'string').map((one) => one.replace(TYPE_PREFIX, ''));
}
