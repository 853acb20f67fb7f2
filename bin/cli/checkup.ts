import { CLEANER_VERSION } from '#lib/clean/cleaner-version.ts';
import { messageOf } from '#lib/model/errors.ts';
import { MANIFEST_SCHEMA } from '#lib/model/manifest-files.ts';
import { readSources, SOURCES_FOLDER } from './load-source.ts';
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
    ...sourceChecks(),
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

function sourceChecks(): Check[] {
  const name = 'sources';
  const read = readSources(SOURCES_FOLDER);
  if (read === null) {
    const says = `there is no folder ${SOURCES_FOLDER}/ here`;
    return [{ name, verdict: 'note', says, cure: 'winnow init URL writes one' }];
  }
  const { sources, problems } = read;
  if (problems.length > 0) return problems.map((says) => ({ name, verdict: 'wrong', says }));
  const says =
    sources.length === 1 ? '1 definition, valid' : `${sources.length} definitions, all valid`;
  return [{ name, verdict: 'ok', says }];
}
