import type { BillLine } from './bill.ts';
import { LIST_PRICES, type ListPrices } from './list-prices.ts';

const DAYS = 30;
const HOURS = DAYS * 24;
/** Lambda asks each queue 15 times a minute while nothing is in it (five pollers, 20 s each). */
const POLLS_PER_MONTH = HOURS * 60 * 15;
const FIFO_QUEUES = 2;
const STANDARD_QUEUES = 2;
/** Alarms of the stack, and for each source that runs on a schedule. */
const ALARMS = 11;
const ALARMS_PER_SOURCE = 2;
/** Metrics of the store, and the most that a source has: what fetch and clean count, and its shares. */
const METRICS = 2;
const METRICS_PER_SOURCE = 8;
const REAPS_PER_HOUR = 4;
const REAP_GB_SECONDS = 1;
const COMPACT_GB_SECONDS = 10;
/** A reap or a compaction of a store at rest: index, checkpoint, lists. */
const READS = 10;
const LISTS = 2;

/** What the stack costs in a month in which nothing is crawled. */
export function fixedCosts(sources: number, prices: ListPrices = LIST_PRICES): BillLine[] {
  const line = (item: string, quantity: number, unit: string, price: number): BillLine => ({
    item,
    quantity,
    unit,
    dollars: quantity * price,
  });
  const invocations = HOURS * (REAPS_PER_HOUR + 1);
  const gbSeconds = HOURS * (REAPS_PER_HOUR * REAP_GB_SECONDS + COMPACT_GB_SECONDS);
  const alarms = ALARMS + ALARMS_PER_SOURCE * sources;
  const metrics = METRICS + METRICS_PER_SOURCE * sources;
  return [
    line('queues asked in vain, FIFO', FIFO_QUEUES * POLLS_PER_MONTH, 'requests', prices.sqs.fifo),
    line(
      'queues asked in vain, standard',
      STANDARD_QUEUES * POLLS_PER_MONTH,
      'requests',
      prices.sqs.standard,
    ),
    line('reaper and compaction', gbSeconds, 'GB-s', prices.lambda.armGbSecond),
    line('their S3 GET', invocations * READS, 'requests', prices.s3.read),
    line('their S3 LIST', invocations * LISTS, 'requests', prices.s3.write),
    line('alarms', alarms, 'alarms', prices.metrics.alarmMonth),
    line('metrics', metrics, 'metrics', prices.metrics.metricMonth),
    line('dashboard', 1, 'dashboard', prices.metrics.dashboardMonth),
  ];
}
