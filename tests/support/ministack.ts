import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const COMMAND = 'ministack';
const START_MS = 60_000;

/** A running emulator of AWS. */
export interface Ministack {
  readonly endpoint: string;
  /** Variables with which AWS clients and tools reach it. */
  readonly variables: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/**
 * Why tests against the emulator cannot run here; null if they can.
 * On a build server its absence is a failure, not a reason to skip.
 */
export function whyNoMinistack(): string | null {
  if (commandPath(COMMAND)) return null;
  const why = 'the command `ministack` is not on PATH (pip install ministack)';
  if (process.env['CI']) throw new Error(why);
  return why;
}

/** Starts an emulator of its own on a free port; it holds nothing. */
export async function startMinistack(): Promise<Ministack> {
  const port = await freePort();
  const endpoint = `http://127.0.0.1:${port}`;
  const child = spawn(COMMAND, [], {
    detached: true, // its own process group, so that what it starts ends with it
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      // it runs functions with the `node` it finds first
      PATH: [join(process.cwd(), 'node_modules/.bin'), process.env['PATH']].join(delimiter),
      GATEWAY_PORT: String(port),
      MINISTACK_HOST: '127.0.0.1',
    },
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said = (said + chunk).slice(-2000);
  });
  const until = Date.now() + START_MS;
  while (!(await answers(`${endpoint}/_ministack/health`))) {
    if (child.exitCode !== null || Date.now() > until) {
      await stop(child);
      throw new Error(`ministack did not start: ${said}`);
    }
    await wait(200);
  }
  return {
    endpoint,
    variables: {
      AWS_ENDPOINT_URL: endpoint,
      AWS_ENDPOINT_URL_S3: endpoint,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    },
    stop: () => stop(child),
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('no port'));
      });
    });
  });
}

function commandPath(name: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not in this folder
    }
  }
  return null;
}
