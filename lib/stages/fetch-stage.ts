import { CLEANER_VERSION } from '../clean/cleaner-version.ts';
import { fetchBatch } from '../fetch/fetch-batch.ts';
import type { FetchMessage } from '../model/messages.ts';
import { articlePages } from '../source/article-pages.ts';
import { nextDue } from '../source/due.ts';
import { finishStage, type Ports, type RunContext, type Work } from './stage.ts';

/** URLs of one lane in; pages for clean, links and listings for discover, the rest for fetch out. */
export async function fetchStage(
  message: FetchMessage,
  ports: Ports,
  run: RunContext,
): Promise<Work> {
  const { http, store, warcWriter, clock, ulid } = ports;
  const { deadlineMs, cancelled } = run;
  const { rows, discover, rest, clean } = await fetchBatch(message, {
    http,
    store,
    warc: warcWriter,
    clock,
    ulid,
    source: run.record.source,
    userAgent: run.userAgent,
    cleanerVersion: CLEANER_VERSION,
    articlePages,
    nextDue,
    budget: run.budget,
    signal: run.signal,
    ...(deadlineMs === undefined ? {} : { deadlineMs }),
    ...(cancelled === undefined ? {} : { cancelled }),
  });
  const next = { discover: present(discover), fetch: present(rest), clean: present(clean) };
  return finishStage(rows, next, ports);
}

function present<T>(value: T | null): T[] {
  return value === null ? [] : [value];
}
