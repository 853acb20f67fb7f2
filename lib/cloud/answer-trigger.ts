import * as z from 'zod';
import { RetryableError } from '#lib/model/errors.ts';
import type { SourceDefinition } from '#lib/model/source.ts';
import {
  addRequest,
  pushRequest,
  startRequest,
  type TriggerReply,
} from '#lib/model/trigger-request.ts';
import { addUrls, type BeginDeps, beginRun } from './begin-run.ts';
import { knownSource, pushSource } from './known-source.ts';
import { readRun } from './run-context.ts';

export interface TriggerDeps extends BeginDeps {
  readonly deployed: (name: string) => Promise<SourceDefinition | null>;
}

export interface TriggerAnswer {
  readonly status: number;
  readonly reply: TriggerReply;
}

/** What a request to the trigger comes to: a run started or added to, or a source put in force. */
export async function answerTrigger(body: unknown, deps: TriggerDeps): Promise<TriggerAnswer> {
  try {
    return await answerTo(body, deps);
  } catch (error) {
    // an event of a schedule is tried again only if the function fails
    if (!(error instanceof RetryableError) || !isFromUrl(body)) throw error;
    return answer(503, { error: `try again: ${error.message}` });
  }
}

function isFromUrl(body: unknown): boolean {
  return !(has(body, 'trigger') && (body as { trigger: unknown }).trigger === 'schedule');
}

async function answerTo(body: unknown, deps: TriggerDeps): Promise<TriggerAnswer> {
  if (has(body, 'push')) return await push(pushRequest.safeParse(body), deps);
  if (has(body, 'run')) return await add(addRequest.safeParse(body), deps);
  return await start(startRequest.safeParse(body), deps);
}

type Parsed<T extends z.ZodType> = z.ZodSafeParseResult<z.infer<T>>;

async function start(parsed: Parsed<typeof startRequest>, deps: TriggerDeps) {
  if (!parsed.success) return malformed(parsed.error);
  const { source: name, urls, more, trigger } = parsed.data;
  const source = await knownSource(name, deps);
  if (source === null)
    return answer(404, { error: `no source named ${name} is deployed or pushed` });
  const given = urls && { urls, more };
  return answer(202, { runId: await beginRun(source, trigger, deps, given) });
}

async function add(parsed: Parsed<typeof addRequest>, deps: TriggerDeps) {
  if (!parsed.success) return malformed(parsed.error);
  const { run, part, urls, more } = parsed.data;
  const record = await readRun(deps.store, run);
  if (!record.listed || record.completedAt !== null)
    return answer(409, { error: `run ${run} takes no more URLs` });
  await addUrls(record, part, { urls, more }, deps);
  return answer(202, { runId: run });
}

async function push(parsed: Parsed<typeof pushRequest>, deps: TriggerDeps) {
  if (!parsed.success) return malformed(parsed.error);
  return answer(200, { warnings: await pushSource(parsed.data.push, deps, deps.clock.now()) });
}

function has(body: unknown, field: string): boolean {
  return typeof body === 'object' && body !== null && field in body;
}

function malformed(error: z.ZodError): TriggerAnswer {
  return answer(400, { error: z.prettifyError(error) });
}

function answer(status: number, reply: TriggerReply): TriggerAnswer {
  return { status, reply };
}
