import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { STAGES } from '#lib/model/cost/measured-usage.ts';
import { type AwsCall, awsCall } from './aws-call.ts';

export interface RecordingProxy {
  /** Every request so far, oldest first. */
  readonly calls: AwsCall[];
  /** Answers the next so many requests of the stages to S3 with 503 Slow Down. */
  refuse(count: number): void;
  /** How many of them were answered so. */
  refused(): number;
  /** Whether each message that a function has for clean is sent twice. */
  duplicate(on: boolean): void;
  /** Called with the next requests, until it says that it wants no more. */
  watch(watcher: (call: AwsCall) => boolean): void;
}

export interface Between {
  readonly host: string;
  readonly port: number;
  readonly upstream: string;
}

const SLOW_DOWN =
  '<?xml version="1.0"?><Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>';

/** Between AWS clients and an emulator: writes down every request, and lets some fail. */
export async function startRecordingProxy({
  host,
  port,
  upstream,
}: Between): Promise<RecordingProxy> {
  const calls: AwsCall[] = [];
  let toRefuse = 0;
  let refused = 0;
  let isDuplicating = false;
  const watchers = new Set<(call: AwsCall) => boolean>();
  const server = createServer((incoming, answer) => {
    void readAll(incoming).then((body) => {
      const call = awsCall(incoming, body);
      calls.push(call);
      for (const watcher of watchers) if (!watcher(call)) watchers.delete(watcher);
      if (toRefuse > 0 && isOfStage(call) && call.action.startsWith('s3:')) {
        toRefuse -= 1;
        refused += 1;
        answer.writeHead(503, { 'content-type': 'application/xml' }).end(SLOW_DOWN);
        return;
      }
      forward(incoming, body, answer, { host: upstream, port });
      const isForClean = call.action === 'sqs:SendMessage' && call.on.includes('cleanqueue');
      if (isDuplicating && isForClean && isOfStage(call))
        forward(incoming, body, null, { host: upstream, port });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    calls,
    refuse: (count) => {
      toRefuse += count;
    },
    refused: () => refused,
    duplicate: (on) => {
      isDuplicating = on;
    },
    watch: (watcher) => watchers.add(watcher),
  };
}

/** Of the data flow, not of who starts runs or looks after them. */
function isOfStage({ stage }: AwsCall): boolean {
  return STAGES.some((name) => name === stage);
}

function forward(
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  answer: ServerResponse | null,
  to: { host: string; port: number },
): void {
  const outgoing = request({ ...to, method, path: url, headers }, (found) => {
    if (answer === null) return found.resume();
    answer.writeHead(found.statusCode ?? 502, found.headers);
    found.pipe(answer);
    return found.on('error', () => answer.destroy());
  });
  // an emulator that is being restarted is a service that does not answer
  outgoing.on('error', () =>
    answer?.headersSent ? answer.destroy() : answer?.writeHead(503).end(),
  );
  outgoing.end(body);
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
