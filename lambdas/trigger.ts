import type { LambdaFunctionURLResult } from 'aws-lambda';
import { answerTrigger } from '#lib/cloud/answer-trigger.ts';
import { folderSources } from '#lib/io/folder-sources.ts';
import { triggerEnv } from './env.ts';
import { bodyOf, jsonReply } from './function-url.ts';
import { bucketStore, lambdaPorts, queueMessenger } from './ports.ts';

const env = triggerEnv.parse(process.env);
const deps = {
  ...lambdaPorts(bucketStore(env.BUCKET)),
  messenger: queueMessenger(env),
  // the definitions of the deployment lie beside the code
  deployed: folderSources(new URL('./sources/', import.meta.url)),
};

/** By the function URL or a schedule: starts runs, adds URLs to them, puts sources in force. */
export async function handler(event: unknown): Promise<LambdaFunctionURLResult> {
  const { status, reply } = await answerTrigger(bodyOf(event), deps);
  return jsonReply(status, reply);
}
