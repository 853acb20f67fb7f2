import { readFileSync } from 'node:fs';
import { type SourceDefinition, sourceDefinition } from '#lib/model/source.ts';
import { PLACEHOLDER_ORIGIN } from './sample-site.ts';

/** The source definition of the sample site as served at `origin` (no trailing slash). */
export function sampleSource(origin: string): SourceDefinition {
  const text = readFileSync(new URL('source.json', import.meta.url), 'utf8');
  return sourceDefinition.parse(JSON.parse(text.replaceAll(PLACEHOLDER_ORIGIN, origin)));
}
