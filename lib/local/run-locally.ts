/**
 * A run on one machine: the pipeline's stages on p-queues, over any object store.
 * Everything that must survive is in the store; the queues hold only what can be read back from it
 * (see run/resume.ts), so a run may be killed at any moment and started again.
 */
import PQueue from 'p-queue';
import type { CleanMessage, DiscoverMessage, FetchMessage } from '#lib/model/messages.ts';
import type { Row } from '#lib/model/row.ts';
import type { Pipeline } from '#lib/pipeline.ts';
import type { Work } from '#lib/stages/stage.ts';
import { openLists } from './open-lists.ts';

export interface LocalRunOptions {
  /** Segments to one commit; resolves when they are in the log. */
  /** Discover messages for the time when every sitemap, feed and listing of the run is read. */
  readonly afterLists: readonly DiscoverMessage[];
  readonly commit: (segments: readonly { key: string; rows: number }[]) => Promise<void>;
  /** Called with every row, as soon as it is durable. */
  readonly onRow: (row: Row) => void;
  /** Aborted: what is under way is finished, nothing new is begun. */
  readonly signal: AbortSignal;
  /** Pages cleaned at the same time. */
  readonly cleaners?: number;
}

export interface InitialWork {
  readonly discover: readonly DiscoverMessage[];
  readonly fetch: readonly FetchMessage[];
  readonly clean: readonly CleanMessage[];
}

/**
 * Works until nothing is left or the signal is aborted; then every row is committed.
 * @throws the first fault of a stage, after all that was under way has ended and been committed
 */
export async function runLocally(
  stages: Pipeline,
  initial: InitialWork,
  options: LocalRunOptions,
): Promise<void> {
  const { signal } = options;
  const discovering = new PQueue({ concurrency: 1 });
  const cleaning = new PQueue({ concurrency: options.cleaners ?? 2 });
  const lanes = new Map<number, PQueue>();
  const commits = committer(options.commit);
  const faults: unknown[] = [];
  const lists = openLists(initial.fetch);
  let later = options.afterLists;

  const laneQueue = (lane: number): PQueue => {
    const queue = lanes.get(lane) ?? new PQueue({ concurrency: 1 });
    lanes.set(lane, queue);
    return queue;
  };

  /** One message through one stage; a fault stops the run but never what others have begun. */
  const work = (queue: PQueue, stage: () => Promise<Work>): void => {
    void queue.add(async () => {
      if (signal.aborted || faults.length > 0) return;
      try {
        take(await stage());
      } catch (error) {
        faults.push(error);
      }
    });
  };

  const take = (done: Work): void => {
    if (done.segment) commits.add(done.segment);
    for (const row of done.rows) {
      lists.see(row);
      options.onRow(row);
    }
    route(done);
    if (!lists.areRead()) return;
    const messages = later;
    later = [];
    route({ discover: messages, fetch: [], clean: [] });
  };

  const route = (next: InitialWork): void => {
    for (const message of next.discover) {
      const read = lists.reading();
      work(discovering, () => stages.discover(message).finally(read));
    }
    for (const message of next.fetch) work(laneQueue(message.lane), () => stages.fetch(message));
    for (const message of next.clean) work(cleaning, () => stages.clean(message));
  };

  route(initial);
  await allIdle(() => [discovering, cleaning, ...lanes.values()]);
  await commits.done().catch((error: unknown) => faults.push(error));
  if (faults.length > 0) throw faults[0];
}

/** Resolves when every queue is empty at the same moment: work in one may fill another. */
async function allIdle(queues: () => PQueue[]): Promise<void> {
  while (queues().some((queue) => queue.size > 0 || queue.pending > 0)) {
    await Promise.all(queues().map((queue) => queue.onIdle()));
  }
}

/** Commits segments one commit at a time; what arrives meanwhile goes into the next one together. */
function committer(commit: LocalRunOptions['commit']) {
  const queue = new PQueue({ concurrency: 1 });
  const faults: unknown[] = [];
  let waiting: { key: string; rows: number }[] = [];

  const flush = async (): Promise<void> => {
    const segments = waiting;
    waiting = [];
    if (segments.length === 0) return;
    try {
      await commit(segments);
    } catch (error) {
      faults.push(error); // the segments are durable: the sweep of the next run commits them
    }
  };

  return {
    add(segment: { key: string; rows: number }): void {
      waiting.push(segment);
      void queue.add(flush);
    },
    async done(): Promise<void> {
      await queue.onIdle();
      if (faults.length > 0) throw faults[0];
    },
  };
}
