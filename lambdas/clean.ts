import { endItems, POISON } from '#lib/cloud/ended-rows.ts';
import { cleanWork } from '#lib/cloud/work-of-run.ts';
import { cleanMessage } from '#lib/model/messages.ts';
import { hostProfiles } from '#lib/run/host-profiles.ts';
import { cleanStage } from '#lib/stages/clean-stage.ts';
import { cleanEnv } from './env.ts';
import { CLEAN_MEASURES, measureRows } from './measures.ts';
import { bucketStore, lambdaPorts } from './ports.ts';
import { recordsHandler } from './records.ts';

const env = cleanEnv.parse(process.env);
const ports = lambdaPorts(bucketStore(env.BUCKET));

/** The pages of one WARC file at a time. */
export const handler = recordsHandler(cleanMessage, {
  fifo: false,
  work: (message) => cleanWork(ports.store, message),
  async handle({ message, record }) {
    const profile = hostProfiles(ports.store, record.checkpoint);
    const { rows } = await cleanStage(message, ports, { record, profile });
    measureRows(message.source, rows, CLEAN_MEASURES);
  },
  lastTry: {
    maxReceives: env.MAX_RECEIVES,
    async before({ message }) {
      const items = message.pages.map(({ item }) => item);
      await endItems(message, items, POISON, ports);
    },
  },
});
