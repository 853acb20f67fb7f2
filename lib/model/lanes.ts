import { sha256 } from './digest.ts';
import type { FetchItem, FetchMessage } from './messages.ts';

/** Hosts of a lane are fetched by one worker at a time, so no two workers meet on a host. */
export const LANES = 32;

export interface BatchLimits {
  /** URLs in a message. */
  readonly items: number;
  /** URLs of one host in a message, so that one slow host does not hold the others. */
  readonly itemsPerHost: number;
}

/** The lane of a host: a hash, so that every worker comes to the same lane without asking. */
export function laneOf(host: string): number {
  return Number.parseInt(sha256(host).slice(0, 8), 16) % LANES;
}

/**
 * Packs items into messages of one lane each, in order, hosts of a lane interleaved.
 * `nextBatch` names each message, unique in the run.
 */
export function packMessages(
  run: { readonly runId: string; readonly source: string },
  items: readonly FetchItem[],
  limits: BatchLimits,
  nextBatch: () => string,
): FetchMessage[] {
  const messages: FetchMessage[] = [];
  for (const [lane, hosts] of byLaneAndHost(items)) {
    while (hosts.size > 0) {
      const taken = takeRound(hosts, limits);
      messages.push({ ...run, lane, batch: nextBatch(), attempt: 0, items: taken });
    }
  }
  return messages;
}

function byLaneAndHost(items: readonly FetchItem[]): Map<number, Map<string, FetchItem[]>> {
  const lanes = new Map<number, Map<string, FetchItem[]>>();
  for (const item of items) {
    const host = new URL(item.canonicalUrl).host;
    const lane = laneOf(host);
    const hosts = lanes.get(lane) ?? new Map<string, FetchItem[]>();
    lanes.set(lane, hosts);
    const list = hosts.get(host) ?? [];
    hosts.set(host, list);
    list.push(item);
  }
  return lanes;
}

/** One message's worth: an equal share of each host, at most the limits. Empty hosts are dropped. */
function takeRound(hosts: Map<string, FetchItem[]>, limits: BatchLimits): FetchItem[] {
  const share = Math.max(1, Math.min(limits.itemsPerHost, Math.floor(limits.items / hosts.size)));
  const taken: FetchItem[] = [];
  for (const [host, list] of hosts) {
    if (taken.length + Math.min(share, list.length) > limits.items) break;
    taken.push(...list.splice(0, share));
    if (list.length === 0) hosts.delete(host);
  }
  return taken;
}
