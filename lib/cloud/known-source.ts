import type { ObjectStore } from '#lib/io/object-store.ts';
import { canonicalJson } from '#lib/model/canonical-json.ts';
import { sha256 } from '#lib/model/digest.ts';
import { sourceKey } from '#lib/model/keys.ts';
import { jsonBytes, readJson } from '#lib/model/object-reader.ts';
import type { SourceDefinition } from '#lib/model/source.ts';
import { type PushedSource, pushedSource } from '#lib/model/trigger-request.ts';

export interface SourceDeps {
  readonly store: ObjectStore;
  /** The definition as deployed; null if there is none of this name. */
  readonly deployed: (name: string) => Promise<SourceDefinition | null>;
}

/**
 * The definition in force: the pushed one while the deployed one is still that which it replaced.
 * So a push holds until the next deployment that changes the source, and a removed source stays removed.
 */
export async function knownSource(
  name: string,
  { store, deployed }: SourceDeps,
): Promise<SourceDefinition | null> {
  const own = await deployed(name);
  const pushed = (await readJson(store, sourceKey(name), pushedSource))?.value;
  return pushed && pushed.replaces === digestOf(own) ? pushed.definition : own;
}

/** Puts a definition in force; says what an operator should know. */
export async function pushSource(
  definition: SourceDefinition,
  { store, deployed }: SourceDeps,
  now: number,
): Promise<string[]> {
  const { name, schedule } = definition;
  const own = await deployed(name);
  const pushed: PushedSource = {
    schema: 1,
    pushedAt: new Date(now).toISOString(),
    replaces: digestOf(own),
    definition,
  };
  await store.put(sourceKey(name), jsonBytes(pushed));
  if (own?.schedule === schedule) return [];
  const before = own?.schedule ?? 'none';
  return [
    `schedule of ${name} is ${schedule ?? 'none'} and was deployed as ${before}: it changes with the next cdk deploy`,
  ];
}

function digestOf(definition: SourceDefinition | null): string | null {
  return definition && sha256(canonicalJson(definition));
}
