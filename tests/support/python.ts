import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
const MAX_OUTPUT = 64 * 1024 * 1024;

/**
 * Why tests that need these Python modules cannot run here; null if they can.
 * On a build server their absence is a failure, not a reason to skip.
 */
export function whyNoPython(...modules: readonly string[]): string | null {
  const found = spawnSync('python3', ['-c', `import ${modules.join(', ')}`], { encoding: 'utf8' });
  if (found.status === 0) return null;
  const why = `python3 has not all of ${modules.join(', ')} (pip install)`;
  if (process.env['CI']) throw new Error(`${why}: ${found.stderr ?? ''}`);
  return why;
}

/** What a script prints, line by line as JSON. */
export async function pythonLines(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<unknown[]> {
  const options = { maxBuffer: MAX_OUTPUT, env: { ...process.env, ...env } };
  const { stdout } = await run('python3', [...args], options);
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
