import { runContext } from '#lib/cloud/run-context.ts';
import { loadSeenUrls } from '#lib/cloud/seen-urls.ts';
import { discoverMessage } from '#lib/model/messages.ts';
import { discoverStage } from '#lib/stages/discover-stage.ts';
import { discoverEnv } from './env.ts';
import { bucketStore, lambdaPorts, queueMessenger } from './ports.ts';
import { recordsHandler } from './records.ts';

const env = discoverEnv.parse(process.env);
const ports = lambdaPorts(bucketStore(env.BUCKET));
const messenger = queueMessenger({ discover: env.DISCOVER_QUEUE, fetch: env.FETCH_QUEUE });

/** FIFO by run: one discover at a time has the run's seen set. */
export const handler = recordsHandler(discoverMessage, {
  fifo: true,
  async handle(message, context) {
    const seen = await loadSeenUrls(ports.store, message.runId, ports.ulid);
    const run = await runContext(ports, message.runId, seen.urls, {
      userAgent: env.USER_AGENT,
      remainingMs: () => context.getRemainingTimeInMillis(),
    });
    const work = await discoverStage(message, ports, run);
    // Messages before the seen set: killed in between, the message comes again and nothing is lost.
    await messenger.send(work);
    await seen.save();
  },
});
