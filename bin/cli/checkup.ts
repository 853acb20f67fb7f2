import { readdir } from 'node:fs/promises';
import { CLEANER_VERSION } from '#lib/clean/cleaner-version.ts';
import { UsageError } from '#lib/model/errors.ts';
import { MANIFEST_SCHEMA } from '#lib/model/manifest-files.ts';
import { loadSource } from './load-source.ts';
import { type Check, storeChecks } from './store-checks.ts';
import { userAgentFor } from './user-agent.ts';

export interface CheckupOptions {
  /** The store as a person names it; null: none was named and there is none yet. */
  readonly location: string | null;
  readonly version: string;
  readonly ulid: () => string;
}

/** The first that runs TypeScript as it is, without a flag. */
const LEAST_NODE = [22, 18] as const;

/** Looks at everything a run needs; changes nothing but one small object that it removes again. */
export async function checkup(options: CheckupOptions): Promise<Check[]> {
  return [
    nodeCheck(process.versions.node),
    {
      name: 'version',
      verdict: 'ok',
      says: `winnow ${options.version}, cleaner ${CLEANER_VERSION}, manifest schema ${MANIFEST_SCHEMA}`,
    },
    contactCheck(),
    ...(await sourceChecks()),
    ...(await storeChecks(options.location, options.ulid)),
  ];
}

function nodeCheck(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNew = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  if (isNew) return { name: 'node', verdict: 'ok', says: version };
  return {
    name: 'node',
    verdict: 'wrong',
    says: `${version} does not run TypeScript`,
    cure: 'start with npm run winnow, which takes the Node of the dependencies',
  };
}

function contactCheck(): Check {
  const name = 'contact';
  try {
    return { name, verdict: 'ok', says: userAgentFor(undefined) };
  } catch (error) {
    const isSet = process.env['WINNOW_CONTACT'] !== undefined;
    return {
      name,
      verdict: isSet ? 'wrong' : 'note',
      says: isSet ? messageOf(error) : 'WINNOW_CONTACT is not set: every run needs --contact',
      cure: 'export WINNOW_CONTACT=you@example.org',
    };
  }
}

async function sourceChecks(): Promise<Check[]> {
  const files = await readdir('sources').catch(() => null);
  if (files === null) {
    const says = 'there is no folder sources/ here';
    return [{ name: 'sources', verdict: 'note', says, cure: 'winnow init URL writes one' }];
  }
  const checks: Check[] = [];
  const names = files.filter((file) => file.endsWith('.json'));
  for (const file of names) {
    try {
      const { name } = await loadSource(`sources/${file}`);
      if (`${name}.json` !== file) {
        const says = `sources/${file} is named ${name}: both must be the same`;
        checks.push({ name: 'sources', verdict: 'wrong', says });
      }
    } catch (error) {
      checks.push({ name: 'sources', verdict: 'wrong', says: messageOf(error) });
    }
  }
  if (checks.length > 0) return checks;
  return [
    {
      name: 'sources',
      verdict: 'ok',
      says: names.length === 1 ? '1 definition, valid' : `${names.length} definitions, all valid`,
    },
  ];
}

function messageOf(error: unknown): string {
  if (error instanceof UsageError) return error.message;
  return error instanceof Error ? error.message : String(error);
}
