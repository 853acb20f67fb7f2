import { CANCELLED, endItems, POISON } from '#lib/cloud/ended-rows.ts';
import { runContext } from '#lib/cloud/run-context.ts';
import { fetchWork } from '#lib/cloud/work-of-run.ts';
import { safeHttpClient } from '#lib/io/undici-http-client.ts';
import { fetchMessage } from '#lib/model/messages.ts';
import { fetchStage } from '#lib/stages/fetch-stage.ts';
import { fetchEnv } from './env.ts';
import { FETCH_MEASURES, measureDollars, measureRows } from './measures.ts';
import { bucketStore, lambdaPorts, queueMessenger } from './ports.ts';
import { recordsHandler } from './records.ts';

const env = fetchEnv.parse(process.env);
const { USER_AGENT: userAgent } = env;
const ports = lambdaPorts(bucketStore(env.BUCKET), safeHttpClient({ userAgent }));
const messenger = queueMessenger(env);

/** FIFO by lane: one worker on a host. What time does not allow goes back to the queue. */
export const handler = recordsHandler(fetchMessage, {
  fifo: true,
  work: (message) => fetchWork(ports.store, message),
  async handle({ message, record }, context) {
    const startedAt = ports.clock.now();
    const remainingMs = () => context.getRemainingTimeInMillis();
    const run = await runContext(ports, record, new Set(), { userAgent, remainingMs });
    const work = (await run.cancelled?.())
      ? await endItems(message, message.items, CANCELLED, ports)
      : await fetchStage(message, ports, run);
    await messenger.send(work);
    measureRows(message.source, work.rows, FETCH_MEASURES);
    measureDollars(message.source, work.rows, (ports.clock.now() - startedAt) / 1000);
  },
  lastTry: {
    maxReceives: env.MAX_RECEIVES,
    async before({ message }) {
      await endItems(message, message.items, POISON, ports);
    },
  },
});
