import { cachedStore } from '#lib/cloud/cached-store.ts';
import { knownLists } from '#lib/cloud/known-lists.ts';
import { runContext } from '#lib/cloud/run-context.ts';
import { markRead, readList } from '#lib/cloud/run-lists.ts';
import { seenUrls } from '#lib/cloud/seen-urls.ts';
import { discoverWork } from '#lib/cloud/work-of-run.ts';
import { discoverMessage } from '#lib/model/messages.ts';
import { discoverStage } from '#lib/stages/discover-stage.ts';
import { discoverEnv } from './env.ts';
import { bucketStore, lambdaPorts, queueMessenger } from './ports.ts';
import { recordsHandler } from './records.ts';

const env = discoverEnv.parse(process.env);
const ports = lambdaPorts(cachedStore(bucketStore(env.BUCKET), 128 * 1024 * 1024));
const { store } = ports;
const seenOf = seenUrls(store, ports.ulid);
const messenger = queueMessenger(env);

/** FIFO by run: one discover at a time has the run's seen set. */
export const handler = recordsHandler(discoverMessage, {
  fifo: true,
  work: (message) => discoverWork(ports, message),
  async handle({ message, record }, context) {
    const seen = await seenOf(message.runId);
    const run = await runContext(ports, record, seen.urls, {
      userAgent: env.USER_AGENT,
      remainingMs: () => context.getRemainingTimeInMillis(),
    });
    const links = [...message.links, ...(await readList(store, message))];
    const work = await discoverStage({ ...message, links }, ports, run);
    const now = ports.clock.now();
    const known = message.known ? await knownLists(store, record, { now }) : [];
    // Messages and mark before the seen set: killed in between, the message comes again and nothing is lost.
    await messenger.send({ ...work, discover: known });
    await markRead(store, message, work.segment?.key ?? null);
    await seen.save();
  },
});
