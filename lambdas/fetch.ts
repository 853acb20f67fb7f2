import { runContext } from '#lib/cloud/run-context.ts';
import { safeHttpClient } from '#lib/io/undici-http-client.ts';
import { fetchMessage } from '#lib/model/messages.ts';
import { fetchStage } from '#lib/stages/fetch-stage.ts';
import { fetchEnv } from './env.ts';
import { bucketStore, lambdaPorts, queueMessenger } from './ports.ts';
import { recordsHandler } from './records.ts';

const env = fetchEnv.parse(process.env);
const http = safeHttpClient({ userAgent: env.USER_AGENT });
const ports = lambdaPorts(bucketStore(env.BUCKET), http);
const messenger = queueMessenger({
  discover: env.DISCOVER_QUEUE,
  fetch: env.FETCH_QUEUE,
  clean: env.CLEAN_QUEUE,
});

/** FIFO by lane: one worker on a host. What time does not allow goes back to the queue. */
export const handler = recordsHandler(
  fetchMessage,
  async (message, context) => {
    const run = await runContext(ports, message.runId, new Set(), {
      userAgent: env.USER_AGENT,
      remainingMs: () => context.getRemainingTimeInMillis(),
    });
    await messenger.send(await fetchStage(message, ports, run));
  },
  { fifo: true },
);
