/**
 * Runs inside a network namespace of its own: an emulator of AWS, a proxy before it, the sample site and a
 * larger one at addresses that count as public. There is no way out of the namespace, so the deployed
 * functions can run with the rules of the real world and reach nobody.
 */
import { execFileSync } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { directoryObjectStore } from '#lib/io/directory-object-store.ts';
import { sampleSource } from '#samples/sample-source.ts';
import { serveSamples } from '#samples/serve-samples.ts';
import { startMinistack } from '../ministack.ts';
import { runInto } from '../sample-run.ts';
import { cpuOfFunctions, functionProcesses } from './function-processes.ts';
import { hostsOfOneLane, serveLoad } from './load-site.ts';
import { startRecordingProxy } from './recording-proxy.ts';

/** What the test asks for; each is answered. */
export type Request =
  | { readonly do: 'calls' }
  /** Refuses so many requests to S3, the first of a stage's from now on among them. */
  | { readonly do: 'refuse'; readonly stage: string; readonly count: number }
  | { readonly do: 'refused' }
  | { readonly do: 'restart' }
  | { readonly do: 'duplicate'; readonly on: boolean }
  /** Kills a function at the `after`th request of this kind that it makes from now on. */
  | { readonly do: 'kill'; readonly stage: string; readonly action: string; readonly after: number }
  | { readonly do: 'killed' }
  /** Milliseconds of CPU that each function has used. */
  | { readonly do: 'cpu' }
  | { readonly do: 'run-locally'; readonly folder: string; readonly site: number };

export interface Settings {
  /** The same outside and inside. */
  readonly port: number;
  readonly host: string;
  /** A socket in the file system, which namespaces share. */
  readonly socket: string;
  /** Where the emulator keeps its state over a restart. */
  readonly state: string;
}

/** The sample site three times: what one run knows, the others meet for the first time. */
const SAMPLE_HOSTS = ['11.0.0.1', '11.0.0.2', '11.0.0.3'];
const EMULATOR_HOST = '127.0.0.1';

const settings: Settings = JSON.parse(process.argv[2] ?? '');
const { port, host, socket, state } = settings;
const endpoint = `http://${host}:${port}`;

execFileSync('ip', ['link', 'set', 'lo', 'up']);
execFileSync('ip', ['route', 'add', 'local', '11.0.0.0/16', 'dev', 'lo']);

const proxy = await startRecordingProxy({ host, port, upstream: EMULATOR_HOST });
createServer((client) => {
  const server = connect(port, host);
  client.pipe(server).pipe(client);
  client.on('error', () => server.destroy());
  server.on('error', () => client.destroy());
}).listen(socket);
const sites: string[] = [];
for (const address of SAMPLE_HOSTS) {
  sites.push((await serveSamples({ host: address, port: 80 })).url);
}
const loadHosts = hostsOfOneLane(10);
await serveLoad(loadHosts);
const start = () =>
  startMinistack({
    port,
    settings: {
      BIND_HOST: EMULATOR_HOST,
      MINISTACK_HOST: host, // queues are told by the proxy's address
      AWS_ENDPOINT_URL: endpoint, // for the functions
      AWS_ENDPOINT_URL_S3: endpoint,
      PERSIST_STATE: '1',
      STATE_DIR: `${state}/state`,
      S3_PERSIST: '1',
      S3_DATA_DIR: `${state}/s3`,
    },
  });
let emulator = await start();

const killed: string[] = [];

async function answer(request: Request): Promise<unknown> {
  switch (request.do) {
    case 'calls':
      return proxy.calls;
    case 'refuse':
      return refuseFrom(request);
    case 'refused':
      return proxy.refused();
    case 'restart':
      await emulator.shutDown();
      emulator = await start();
      return null;
    case 'duplicate':
      return proxy.duplicate(request.on);
    case 'kill':
      return killAt(request);
    case 'killed':
      return killed;
    case 'cpu':
      return cpuOfFunctions(endpoint);
    case 'run-locally': {
      const source = sampleSource(sites[request.site] ?? '');
      const store = directoryObjectStore(request.folder);
      const { rows } = await runInto(store, source, { allowPrivate: false });
      return rows.map(({ url, state: end, reason }) => ({ url, state: end, reason }));
    }
  }
}

function refuseFrom({ stage, count }: { stage: string; count: number }): void {
  proxy.watch((call) => {
    if (call.stage !== stage || !call.action.startsWith('s3:')) return true;
    proxy.refuse(count);
    return false;
  });
}

function killAt({ stage, action, after }: { stage: string; action: string; after: number }): void {
  let left = after;
  proxy.watch((call) => {
    if (call.stage !== stage || call.action !== action) return true;
    left -= 1;
    if (left > 0) return true;
    for (const { pid } of functionProcesses(endpoint, stage)) process.kill(pid, 'SIGKILL');
    killed.push(stage);
    return false;
  });
}

process.on('message', ({ id, request }: { id: number; request: Request }) => {
  answer(request).then(
    (result) => process.send?.({ id, result: result ?? null }),
    (error: unknown) => process.send?.({ id, error: String(error) }),
  );
});
const end = () => void emulator.stop().finally(() => process.exit(0));
process.on('disconnect', end);
process.on('SIGTERM', end);
process.send?.({ ready: { sites, loadHosts } });
