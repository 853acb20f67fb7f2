/**
 * The pipeline: discover ⇄ fetch → clean → commit → compact.
 * Each stage does its work, writes one segment with its rows, and returns the messages that follow.
 * The same functions run in Lambda, where queues carry the messages (lambdas/), and on one machine
 * (local/). Commit and compact are manifest/commit.ts and manifest/compact.ts: they need no run.
 */
import type { CleanMessage, DiscoverMessage, FetchMessage } from './model/messages.ts';
import { cleanStage } from './stages/clean-stage.ts';
import { discoverStage } from './stages/discover-stage.ts';
import { fetchStage } from './stages/fetch-stage.ts';
import type { Ports, RunContext, Work } from './stages/stage.ts';

export interface Pipeline {
  discover(message: DiscoverMessage): Promise<Work>;
  fetch(message: FetchMessage): Promise<Work>;
  clean(message: CleanMessage): Promise<Work>;
}

/** The stages of one run, bound to the outside world. */
export function pipeline(ports: Ports, run: RunContext): Pipeline {
  return {
    discover: (message) => discoverStage(message, ports, run),
    fetch: (message) => fetchStage(message, ports, run),
    clean: (message) => cleanStage(message, ports, run),
  };
}
