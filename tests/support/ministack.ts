import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const COMMAND = 'ministack';
const START_MS = 60_000;
const SHUT_DOWN_MS = 20_000;

/** A running emulator of AWS. */
export interface Ministack {
  readonly endpoint: string;
  /** Variables with which AWS clients and tools reach it. */
  readonly variables: Readonly<Record<string, string>>;
  /** Ends it at once; what it holds is lost. */
  stop(): Promise<void>;
  /** Ends it as an operator would; it writes down what it holds, if asked to keep it. */
  shutDown(): Promise<void>;
}

export interface MinistackOptions {
  readonly port?: number;
  /** More of its own settings, and what its functions inherit. */
  readonly settings?: Readonly<Record<string, string>>;
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

/** Starts an emulator of its own, on a free port if none is given; it holds nothing unless told to. */
export async function startMinistack(options: MinistackOptions = {}): Promise<Ministack> {
  const port = options.port ?? (await freePort());
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
      ...options.settings,
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
    variables: emulatorVariables(endpoint),
    stop: () => stop(child),
    async shutDown() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await Promise.race([ended, wait(SHUT_DOWN_MS, null, { ref: false })]);
      await stop(child);
    },
  };
}

/** Variables with which AWS clients and tools reach an emulator. */
export function emulatorVariables(endpoint: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
}

/** The process and what it started. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const ended =
    child.exitCode === null && child.signalCode === null
      ? new Promise((resolve) => child.once('exit', resolve))
      : Promise.resolve();
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // all of the group have ended
  }
  await ended;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}

export function freePort(host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, host, () => {
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
