import { readRun } from '#lib/cloud/run-context.ts';
import { cleanMessage } from '#lib/model/messages.ts';
import { cleanStage } from '#lib/stages/clean-stage.ts';
import { cleanEnv } from './env.ts';
import { bucketStore, lambdaPorts } from './ports.ts';
import { recordsHandler } from './records.ts';

const env = cleanEnv.parse(process.env);
const ports = lambdaPorts(bucketStore(env.BUCKET));

export const handler = recordsHandler(
  cleanMessage,
  async (message) => {
    const record = await readRun(ports.store, message.runId);
    await cleanStage(message, ports, { record, profile: async () => null });
  },
  { fifo: false },
);
