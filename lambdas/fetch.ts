import { CANCELLED, endedRows, POISON } from '#lib/cloud/ended-rows.ts';
import { runContext } from '#lib/cloud/run-context.ts';
import { safeHttpClient } from '#lib/io/undici-http-client.ts';
import { fetchMessage } from '#lib/model/messages.ts';
import { fetchStage } from '#lib/stages/fetch-stage.ts';
import { finishStage } from '#lib/stages/stage.ts';
import { fetchEnv } from './env.ts';
import { FETCH_MEASURES, measureRows } from './measures.ts';
import { bucketStore, lambdaPorts, queueMessenger } from './ports.ts';
import { recordsHandler } from './records.ts';

const env = fetchEnv.parse(process.env);
const { USER_AGENT: userAgent } = env;
const ports = lambdaPorts(bucketStore(env.BUCKET), safeHttpClient({ userAgent }));
const messenger = queueMessenger({
  discover: env.DISCOVER_QUEUE,
  fetch: env.FETCH_QUEUE,
  clean: env.CLEAN_QUEUE,
});

/** FIFO by lane: one worker on a host. What time does not allow goes back to the queue. */
export const handler = recordsHandler(fetchMessage, {
  fifo: true,
  async handle(message, context) {
    const remainingMs = () => context.getRemainingTimeInMillis();
    const invocation = { userAgent, remainingMs };
    const run = await runContext(ports, message.runId, new Set(), invocation);
    const work = (await run.cancelled?.())
      ? await finishStage(endedRows(message, message.items, CANCELLED, ports), {}, ports)
      : await fetchStage(message, ports, run);
    await messenger.send(work);
    measureRows(message.source, work.rows, FETCH_MEASURES);
  },
  lastTry: {
    maxReceives: env.MAX_RECEIVES,
    async before(message) {
      await finishStage(endedRows(message, message.items, POISON, ports), {}, ports);
    },
  },
});
