import { describe, expect, it } from 'vitest';
import { type BillLine, bill, total } from '#lib/model/cost/bill.ts';
import { estimatedDollars, waitSeconds } from '#lib/model/cost/estimated-dollars.ts';
import { fixedCosts } from '#lib/model/cost/fixed-costs.ts';
import { LIST_PRICES } from '#lib/model/cost/list-prices.ts';
import type { MeasuredUsage, StageUsage } from '#lib/model/cost/measured-usage.ts';

const MILLION = { pages: 1_000_000, pageBytes: 100_000, hosts: 10, intervalMs: 1000 };
const dollarsOf = (lines: readonly BillLine[], item: string): number =>
  lines.find((line) => line.item === item)?.dollars ?? Number.NaN;

const idle: StageUsage = {
  memoryMb: 1024,
  invocations: 1,
  perInvocation: {},
  perHost: {},
  perPage: {},
};
/** Usage that can be added up by hand. */
const simple: MeasuredUsage = {
  asOf: '2026-01-01',
  stages: {
    discover: idle,
    fetch: {
      ...idle,
      memoryMb: 512,
      perInvocation: { s3Writes: 2, sqsFifo: 1 },
      perHost: { s3Reads: 1 },
    },
    clean: { ...idle, perPage: { s3Writes: 1, s3Reads: 1, ms: 100 } },
    commit: { ...idle, invocations: 2 },
  },
  rawBytesPerPayloadByte: 0.2,
  storedBytesPerPage: 10_000,
  sentBytesPerPage: 500,
};

describe('bill', () => {
  it('adds up what messages, hosts and pages ask for', () => {
    const lines = bill({ ...MILLION, publishedShare: 0.5 }, simple);

    // 5,000 messages of 200 pages
    expect(lines.find(({ item }) => item === 'S3 PUT and LIST')?.quantity).toBe(510_000);
    expect(lines.find(({ item }) => item === 'S3 GET')?.quantity).toBe(1_050_000);
    expect(dollarsOf(lines, 'S3 PUT and LIST')).toBeCloseTo(2.55);
    expect(dollarsOf(lines, 'SQS, FIFO')).toBeCloseTo(0.0025);
    expect(dollarsOf(lines, 'Lambda clean')).toBeCloseTo(1.333);
    expect(lines.find(({ item }) => item === 'Lambda requests')?.quantity).toBe(25_000);
    expect(dollarsOf(lines, 'storage, a month')).toBeCloseTo((30 / 1.073741824) * 0.023);
  });

  it.each([
    [1, 6.667],
    [10, 0.667],
    [50, 0.133],
  ])('has waiting as a line of its own: %d hosts side by side', (hosts, dollars) => {
    expect(dollarsOf(bill({ ...MILLION, hosts }), 'waiting')).toBeCloseTo(dollars, 3);
  });

  it('stays below ten dollars a million pages of 100 KB with ten hosts', () => {
    expect(total(bill(MILLION))).toBeLessThanOrEqual(10);
  });

  it('grows with the pages, whole messages at a time', () => {
    const one = total(bill(MILLION));

    expect(total(bill({ ...MILLION, pages: 100_000_000 }))).toBeCloseTo(100 * one);
    expect(total(bill({ ...MILLION, pages: 1 }))).toBeGreaterThan(one / MILLION.pages);
  });
});

describe('estimatedDollars', () => {
  it('comes to the bill of a large crawl', () => {
    const { pages, pageBytes } = MILLION;
    const dollars = estimatedDollars({
      pages,
      bytes: pages * pageBytes,
      waitSeconds: waitSeconds(MILLION),
    });

    expect(dollars / total(bill(MILLION))).toBeCloseTo(1, 2);
  });

  it('of parts adds up to that of the whole', () => {
    const part = { pages: 10, bytes: 12_345, waitSeconds: 3 };
    const whole = { pages: 30, bytes: 37_035, waitSeconds: 9 };

    expect(3 * estimatedDollars(part)).toBeCloseTo(estimatedDollars(whole), 12);
    expect(estimatedDollars({ pages: 0, bytes: 0, waitSeconds: 0 })).toBe(0);
  });
});

describe('fixedCosts', () => {
  it('grows by alarms and metrics with each source', () => {
    const { alarmMonth, metricMonth } = LIST_PRICES.metrics;

    const more = total(fixedCosts(2)) - total(fixedCosts(1));

    expect(more).toBeCloseTo(2 * alarmMonth + 8 * metricMonth);
  });
});
