import { decodeBytes } from '../clean/charset/decode-bytes.ts';
import { packMessages } from '../model/lanes.ts';
import type { DiscoverMessage } from '../model/messages.ts';
import { discover } from '../source/discover.ts';
import { finishStage, type Ports, type RunContext, type Work } from './stage.ts';

/** Links and fetched listings in; messages for fetch out. */
export async function discoverStage(
  message: DiscoverMessage,
  ports: Ports,
  run: RunContext,
): Promise<Work> {
  const { source, runId } = run.record;
  const { rows, items, skipped } = await discover(message, {
    source,
    raw: ports.warcReader,
    lookup: run.lookup,
    seen: run.seen,
    decode: (bytes, contentType) => decodeBytes(bytes, contentType).text,
    now: new Date(ports.clock.now()),
    ulid: ports.ulid,
    dueOnly: run.dueOnly,
    remainingPages: run.budget.remainingPages(),
  });
  const fetch = packMessages({ runId, source: source.name }, items, run.limits, ports.ulid);
  return finishStage(rows, { fetch, skipped }, ports);
}
