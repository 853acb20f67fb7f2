import type { LambdaFunctionURLEvent, LambdaFunctionURLResult } from 'aws-lambda';
import * as z from 'zod';
import { beginRun } from '#lib/cloud/begin-run.ts';
import { sourceKey } from '#lib/model/keys.ts';
import { readJson } from '#lib/model/object-reader.ts';
import { sourceDefinition } from '#lib/model/source.ts';
import { triggerEnv } from './env.ts';
import { bucketStore, lambdaPorts, queueMessenger } from './ports.ts';

const env = triggerEnv.parse(process.env);
const ports = lambdaPorts(bucketStore(env.BUCKET));
const messenger = queueMessenger({ discover: env.DISCOVER_QUEUE });

/** What the function URL takes as its body, and a schedule as its event. */
const request = z.strictObject({
  source: z.string(),
  urls: z
    .array(z.url({ protocol: /^https?$/ }))
    .max(1000)
    .optional(),
  trigger: z.enum(['schedule', 'on-demand']).default('on-demand'),
  /** Of the stack, from a schedule; one pushed to the bucket since is newer and goes first. */
  definition: sourceDefinition.optional(),
});

/** Starts a run of a deployed source, or of URLs under its rules, and answers with the run's id. */
export async function handler(event: unknown): Promise<LambdaFunctionURLResult> {
  const parsed = request.safeParse(bodyOf(event));
  if (!parsed.success) return reply(400, { error: z.prettifyError(parsed.error) });
  const { source: name, urls, trigger, definition } = parsed.data;
  const stored = await readJson(ports.store, sourceKey(name), sourceDefinition);
  const known = stored?.value ?? definition;
  if (known === undefined) return reply(404, { error: `no source named ${name} is deployed` });
  const source = urls ? { ...known, seeds: urls, listings: [], sitemaps: [], feeds: [] } : known;
  return reply(202, { runId: await beginRun(source, trigger, ports, messenger) });
}

function bodyOf(event: unknown): unknown {
  const { body, isBase64Encoded } = event as Partial<LambdaFunctionURLEvent>;
  if (typeof body !== 'string') return event;
  try {
    return JSON.parse(isBase64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body);
  } catch {
    return null;
  }
}

function reply(statusCode: number, body: object): LambdaFunctionURLResult {
  return {
    statusCode,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}
