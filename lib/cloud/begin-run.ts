import type { Messenger } from '../io/messenger.ts';
import { runKey } from '../model/keys.ts';
import type { RunRecord } from '../model/run.ts';
import type { SourceDefinition } from '../model/source.ts';
import { firstMessage } from '../run/resume.ts';
import { newRun } from '../run/run-records.ts';
import { sourceLinks } from '../run/source-links.ts';
import type { Ports } from '../stages/stage.ts';

/** Starts a run in the cloud: its record is stored first, then discover is told what the source names. */
export async function beginRun(
  source: SourceDefinition,
  trigger: RunRecord['trigger'],
  ports: Pick<Ports, 'store' | 'clock' | 'ulid'>,
  messenger: Messenger,
): Promise<string> {
  const runId = ports.ulid();
  const record = newRun(source, trigger, runId, new Date(ports.clock.now()).toISOString());
  await ports.store.create(runKey(runId), new TextEncoder().encode(JSON.stringify(record)));
  const message = firstMessage({ runId, source: source.name }, sourceLinks(source));
  await messenger.send({ discover: [message], fetch: [], clean: [] });
  return runId;
}
