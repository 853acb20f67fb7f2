import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { emulatorVariables, freePort } from '../ministack.ts';
import type { AwsCall } from './aws-call.ts';
import type { Request, Settings } from './inside.ts';

/** An emulated AWS and two web sites in a network of their own; see inside.ts. */
export interface IsolatedCloud {
  /** As reached from here: the proxy before the emulator. */
  readonly endpoint: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Origins of the sample site in there: the same site three times. */
  readonly sites: readonly string[];
  /** Hosts of one lane that serve pages of 100 KB below /p/. */
  readonly loadHosts: readonly string[];
  ask<T = null>(request: Request): Promise<T>;
  calls(): Promise<AwsCall[]>;
  stop(): Promise<void>;
}

interface Answer {
  readonly id?: number;
  readonly result?: never;
  readonly error?: string;
  readonly ready?: Pick<IsolatedCloud, 'sites' | 'loadHosts'>;
}

/** Another loopback address than the emulator's, so that both can have the same port. */
const PROXY_HOST = '127.0.0.2';
const INSIDE = fileURLToPath(new URL('inside.ts', import.meta.url));

export async function startIsolatedCloud(): Promise<IsolatedCloud> {
  const folder = await mkdtemp(join(tmpdir(), 'winnow-cloud-'));
  const settings: Settings = {
    host: PROXY_HOST,
    port: await freePort(PROXY_HOST),
    socket: join(folder, 'proxy.sock'),
    state: folder,
  };
  // whoever is not root may be root of a namespace
  const user = process.getuid?.() === 0 ? [] : ['--map-root-user'];
  const child = spawn(
    'unshare',
    [...user, '--net', '--', process.execPath, INSIDE, JSON.stringify(settings)],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] },
  );
  const waiting = new Map<number, { resolve(value: never): void; reject(error: Error): void }>();
  const gone = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the isolated cloud ended with ${code}`)));
  });
  gone.catch(() => undefined);
  const ready = new Promise<NonNullable<Answer['ready']>>((resolve) => {
    child.on('message', ({ id, result, error, ready: told }: Answer) => {
      if (told) return resolve(told);
      const asked = waiting.get(id ?? -1);
      waiting.delete(id ?? -1);
      if (error !== undefined) asked?.reject(new Error(error));
      else asked?.resolve(result as never);
    });
  });
  const { sites, loadHosts } = await Promise.race([ready, gone]);

  const door = createServer((client) => {
    const server = connect(settings.socket);
    client.pipe(server).pipe(client);
    client.on('error', () => server.destroy());
    server.on('error', () => client.destroy());
  });
  await new Promise<void>((resolve) => {
    door.listen(settings.port, PROXY_HOST, resolve);
  });
  const endpoint = `http://${PROXY_HOST}:${settings.port}`;
  let asked = 0;
  const ask = <T>(request: Request): Promise<T> => {
    const id = asked++;
    const answered = new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
    });
    child.send({ id, request });
    return Promise.race([answered, gone]);
  };
  return {
    endpoint,
    variables: emulatorVariables(endpoint),
    sites,
    loadHosts,
    ask,
    calls: () => ask<AwsCall[]>({ do: 'calls' }),
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.disconnect();
      await ended;
      door.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
