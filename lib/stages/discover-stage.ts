import { decodeBytes } from '#lib/clean/charset/decode-bytes.ts';
import { packMessages } from '#lib/model/lanes.ts';
import type { DiscoverMessage } from '#lib/model/messages.ts';
import { saveSkips } from '#lib/run/skips.ts';
import { discover } from '#lib/source/discover.ts';
import { finishStage, type Ports, type RunContext, type Work } from './stage.ts';

/** Links and fetched listings in; messages for fetch out, and beside the run what was passed over. */
export async function discoverStage(
  message: DiscoverMessage,
  ports: Ports,
  run: RunContext,
): Promise<Work> {
  const { source, runId } = run.record;
  const known = message.known ? await run.knownLinks() : [];
  const asked = { ...message, links: [...message.links, ...known] };
  const { rows, items, skips } = await discover(asked, {
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
  const work = await finishStage(rows, { fetch }, ports);
  await saveSkips(ports.store, asked, skips);
  return work;
}
