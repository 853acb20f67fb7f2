import { LIST_PRICES, type ListPrices } from './list-prices.ts';
import { MEASURED } from './measured-figures.ts';
import { type MeasuredUsage, STAGES, type Stage, type Usage } from './measured-usage.ts';

const GB = 1024 ** 3;
const MB_PER_GB = 1024;
/** A message of fetch has at most so many pages, and so many of one host (lib/model/lanes.ts). */
const MESSAGE_PAGES = 200;
const HOST_PAGES = 50;

/** A crawl to be paid for. */
export interface Workload {
  readonly pages: number;
  /** Of a page as its server sends it, encodings undone. */
  readonly pageBytes: number;
  /** Hosts that a message of fetch interleaves: while one is left alone, others are asked. */
  readonly hosts: number;
  /** Pause between two requests to a host. */
  readonly intervalMs: number;
  /** Of the pages, those that become a new document. */
  readonly publishedShare?: number;
}

/** A line of the bill. */
export interface BillLine {
  readonly item: string;
  readonly quantity: number;
  readonly unit: string;
  readonly dollars: number;
}

/** What a crawl costs at list prices, line by line; storage is that of the first month. */
export function bill(
  work: Workload,
  usage: MeasuredUsage = MEASURED,
  prices: ListPrices = LIST_PRICES,
): BillLine[] {
  const { writes, reads, standard, fifo, invocations, commits, ms, logBytes } = totals(work, usage);
  const line = (item: string, quantity: number, unit: string, price: number): BillLine => ({
    item,
    quantity,
    unit,
    dollars: quantity * price,
  });
  const gbSeconds = (stage: Stage, milliseconds: number): number =>
    (milliseconds / 1000) * (usage.stages[stage].memoryMb / MB_PER_GB);
  const stored = (work.pages * usage.storedBytesPerPage) / GB;
  const raw = (work.pages * work.pageBytes * usage.rawBytesPerPayloadByte) / GB;
  return [
    line('S3 PUT and LIST', writes, 'requests', prices.s3.write),
    line('S3 GET', reads, 'requests', prices.s3.read),
    line('SQS, standard', standard, 'requests', prices.sqs.standard),
    line('SQS, FIFO', fifo, 'requests', prices.sqs.fifo),
    ...STAGES.map((stage) =>
      line(`Lambda ${stage}`, gbSeconds(stage, ms[stage]), 'GB-s', prices.lambda.armGbSecond),
    ),
    line('Lambda requests', invocations, 'requests', prices.lambda.request),
    line('waiting', gbSeconds('fetch', waitMs(work)), 'GB-s', prices.lambda.armGbSecond),
    line('events of commits', commits, 'events', prices.eventBridge.customEvent),
    line('logs', logBytes / GB, 'GB', prices.logs.gb),
    line('traces', invocations, 'traces', prices.xray.trace),
    line(
      'requests to sites',
      (work.pages * usage.sentBytesPerPage) / GB,
      'GB',
      prices.transfer.outGb,
    ),
    line('storage, a month', raw + stored, 'GB', prices.s3.gbMonth),
  ];
}

/** Sum of a bill. */
export function total(lines: readonly BillLine[]): number {
  return lines.reduce((sum, { dollars }) => sum + dollars, 0);
}

/** Milliseconds that fetch is paid for while every host of its message is left alone. */
function waitMs({ pages, intervalMs, hosts }: Workload): number {
  return (pages * intervalMs) / hosts;
}

function totals(work: Workload, { stages }: MeasuredUsage) {
  const messages = Math.ceil(work.pages / Math.min(MESSAGE_PAGES, HOST_PAGES * work.hosts));
  const published = work.pages * (work.publishedShare ?? 1);
  const sum = { writes: 0, reads: 0, standard: 0, fifo: 0, invocations: 0, logBytes: 0 };
  const ms: Record<Stage, number> = { discover: 0, fetch: 0, clean: 0, commit: 0 };
  const add = (stage: Stage, times: number, one: Usage): void => {
    sum.writes += times * (one.s3Writes ?? 0);
    sum.reads += times * (one.s3Reads ?? 0);
    sum.standard += times * (one.sqsStandard ?? 0);
    sum.fifo += times * (one.sqsFifo ?? 0);
    sum.logBytes += times * (one.logBytes ?? 0);
    ms[stage] += times * (one.ms ?? 0);
  };
  for (const stage of STAGES) {
    const { invocations, perInvocation, perHost, perPage } = stages[stage];
    sum.invocations += messages * invocations;
    add(stage, messages * invocations, perInvocation);
    add(stage, messages * invocations * work.hosts, perHost);
    const { s3Writes = 0, ...others } = perPage;
    add(stage, work.pages, others);
    add(stage, published, { s3Writes }); // only a document that is new is written
  }
  return { ...sum, commits: messages * stages.commit.invocations, ms };
}
