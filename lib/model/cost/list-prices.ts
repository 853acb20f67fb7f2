/**
 * List prices of AWS in dollars, us-east-1, without free tiers, discounts and taxes.
 * From the pricing pages of S3, SQS, Lambda, CloudWatch, X-Ray, EventBridge and EC2 (data transfer).
 * Whoever changes a price changes the date.
 */
export const LIST_PRICES = {
  asOf: '2026-11-26',
  region: 'us-east-1',
  s3: {
    /** PUT, COPY, POST and LIST. */
    write: 5e-6,
    /** GET and all others; DELETE is free. */
    read: 0.4e-6,
    gbMonth: 0.023,
  },
  /** A request is billed once for every 64 KiB it carries. */
  sqs: { standard: 0.4e-6, fifo: 0.5e-6 },
  lambda: { request: 0.2e-6, armGbSecond: 13.3334e-6 },
  logs: { gb: 0.5 },
  metrics: { metricMonth: 0.3, alarmMonth: 0.1, dashboardMonth: 3 },
  xray: { trace: 5e-6 },
  eventBridge: { customEvent: 1e-6 },
  /** Out to the internet: what we send to the sites. What comes in is free. */
  transfer: { outGb: 0.09 },
} as const;

export type ListPrices = typeof LIST_PRICES;
