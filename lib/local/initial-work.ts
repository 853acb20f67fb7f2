import { type BatchLimits, packMessages } from '#lib/model/lanes.ts';
import type { Link } from '#lib/model/messages.ts';
import type { RunRecord } from '#lib/model/run.ts';
import { firstMessage, type LeftOver } from '#lib/run/resume.ts';
import { sourceLinks } from '#lib/run/source-links.ts';
import type { InitialWork } from './run-locally.ts';

/**
 * What a run begins with, or goes on with after a kill.
 * @param ofRobots sitemaps that robots.txt of its hosts named before
 */
export function initialWork(
  record: RunRecord,
  left: LeftOver,
  ofRobots: readonly Link[],
  limits: BatchLimits,
  ulid: () => string,
): InitialWork {
  const run = { runId: record.runId, source: record.source.name };
  return {
    // after a kill the seeds are offered again: those that entered the run are dropped as seen
    discover: [
      firstMessage(run, sourceLinks(record.source)),
      ...present([...left.links, ...ofRobots], (links) => firstMessage(run, links)),
      ...present(left.toRead, (pages) => ({ ...run, links: [], pages })),
    ],
    fetch: packMessages(run, left.toFetch, limits, ulid),
    clean: present(left.toClean, (pages) => ({ ...run, pages })),
  };
}

function present<T, M>(list: readonly T[], message: (list: T[]) => M): M[] {
  return list.length > 0 ? [message([...list])] : [];
}
