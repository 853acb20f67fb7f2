import { readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { sha256 } from '#lib/model/digest.ts';
import { messageOf, UsageError } from '#lib/model/errors.ts';
import { type SourceDefinition, sourceDefinition } from '#lib/model/source.ts';

export const SOURCES_FOLDER = 'sources';

/**
 * A source definition by its name in sources/ or by the path of its file.
 * @throws UsageError that names the file and the field
 */
export async function loadSource(name: string): Promise<SourceDefinition> {
  const file = name.endsWith('.json') ? name : `${SOURCES_FOLDER}/${name}.json`;
  const text = await readFile(file, 'utf8').catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw new UsageError(`cannot read ${file}: ${error.code}`);
    const known = await sourceNames();
    const hint = known.length > 0 ? `; sources here: ${known.join(', ')}` : '';
    throw new UsageError(`no such source: ${name} (looked for ${file})${hint}`);
  });
  return parseSource(file, text);
}

/**
 * Every source definition of a folder.
 * @throws UsageError with all that is wrong: files, fields, names that are not those of their files
 */
export function loadSources(folder: string): SourceDefinition[] {
  const read = readSources(folder);
  if (read === null) throw new UsageError(`there is no folder of sources at ${folder}`);
  const { sources, problems } = read;
  if (problems.length > 0) throw new UsageError(problems.join('; '));
  return sources;
}

/** The same, with what is wrong beside what is not; null if there is no such folder. */
export function readSources(
  folder: string,
): { readonly sources: SourceDefinition[]; readonly problems: string[] } | null {
  let files: string[];
  try {
    files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  } catch {
    return null;
  }
  const problems: string[] = [];
  const sources = files.flatMap((file) => {
    try {
      return [namedLikeFile(folder, file)];
    } catch (error) {
      problems.push(messageOf(error));
      return [];
    }
  });
  return { sources, problems };
}

function namedLikeFile(folder: string, file: string): SourceDefinition {
  const path = `${folder}/${file}`;
  const source = parseSource(path, readFileSync(path, 'utf8'));
  if (`${source.name}.json` === file) return source;
  throw new UsageError(`${path}: name: is ${source.name}, must be that of the file`);
}

/** Parses a source definition; `file` is named in errors. */
export function parseSource(file: string, text: string): SourceDefinition {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${messageOf(error)}`);
  }
  const parsed = sourceDefinition.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new UsageError(`${file}: ${parsed.error.issues.map(describe).join('; ')}`);
}

/** The source of URLs named on the command line: the same URLs are the same source. */
export function adhocSource(urls: readonly string[]): SourceDefinition {
  for (const url of urls) {
    if (canonicalUrl(url) === null) throw new UsageError(`not a URL that can be fetched: ${url}`);
  }
  const name = `adhoc-${sha256([...urls].sort().join('\n')).slice(0, 8)}`;
  return sourceDefinition.parse({ name, seeds: urls, robotsSitemaps: false });
}

/** The source of page files named on the command line. */
export function filesSource(names: readonly string[]): SourceDefinition {
  return sourceDefinition.parse({
    name: `files-${sha256([...names].sort().join('\n')).slice(0, 8)}`,
  });
}

async function sourceNames(): Promise<string[]> {
  const files = await readdir(SOURCES_FOLDER).catch(() => []);
  return files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -5));
}

function describe(issue: z.core.$ZodIssue): string {
  const path = issue.path.join('.');
  return path === '' ? issue.message : `${path}: ${issue.message}`;
}
