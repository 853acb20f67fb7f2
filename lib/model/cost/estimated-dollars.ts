import { bill, total, type Workload } from './bill.ts';
import { LIST_PRICES } from './list-prices.ts';
import { MEASURED } from './measured-figures.ts';

/** What a run or a source has done so far. */
export interface Done {
  /** Requests to sites whose answers were kept or cleaned. */
  readonly pages: number;
  /** Payload bytes, encodings undone. */
  readonly bytes: number;
  /** Seconds in which fetch ran only because hosts were owed their pause. */
  readonly waitSeconds: number;
}

const MB_PER_GB = 1024;
/** Messages are seldom full: a page of a message of ten hosts is taken for every page. */
const TYPICAL: Workload = { pages: 1_000_000, pageBytes: 0, hosts: 10, intervalMs: 0 };
const GB = 1024 ** 3;

const DOLLARS_PER_PAGE = total(bill(TYPICAL)) / TYPICAL.pages;
const DOLLARS_PER_BYTE = (MEASURED.rawBytesPerPayloadByte / GB) * LIST_PRICES.s3.gbMonth;
const DOLLARS_PER_WAIT_SECOND =
  (MEASURED.stages.fetch.memoryMb / MB_PER_GB) * LIST_PRICES.lambda.armGbSecond;

/**
 * Dollars at list prices that this much work costs on AWS, a month of storage included: for budgets
 * and reports. Linear, so that parts of a run add up to the whole.
 */
export function estimatedDollars({ pages, bytes, waitSeconds }: Done): number {
  return (
    pages * DOLLARS_PER_PAGE + bytes * DOLLARS_PER_BYTE + waitSeconds * DOLLARS_PER_WAIT_SECOND
  );
}

/** Seconds of waiting that pages of hosts fetched side by side come to. */
export function waitSeconds({
  pages,
  intervalMs,
  hosts,
}: Pick<Workload, 'pages' | 'intervalMs' | 'hosts'>): number {
  return (pages * intervalMs) / 1000 / Math.max(1, hosts);
}
