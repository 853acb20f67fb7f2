import * as z from 'zod';

/** A robots.txt as last fetched, for 24 hours at most (RFC 9309, section 2.4). */
export const robotsRecord = z.lazy(() =>
  z.object({
    status: z.int().nullable().describe('of the answer; null: unreachable'),
    body: z.string().describe('of a 200, byte for byte as ISO-8859-1; else empty'),
    detail: z.string().nullable().describe('why it is unreachable'),
    fetchedAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  }),
);
export type RobotsRecord = z.infer<typeof robotsRecord>;

/** hosts/<host>.json: what fetch must remember of a host between runs. Written by the lane's holder only. */
export const hostState = z.lazy(() =>
  z.object({
    schema: z.literal(1),
    host: z.string(),
    robots: z
      .partialRecord(z.enum(['http:', 'https:']), robotsRecord)
      .describe('by scheme: rules hold for one authority'),
    delayMs: z.int().min(0).describe('adaptive pause, on top of the configured interval'),
    notBefore: z.iso.datetime().nullable().describe('no request before: Retry-After, or the pause'),
    failures: z.int().min(0).describe('failed URLs in a row'),
    openUntil: z.iso.datetime().nullable().describe('the circuit breaker is open until then'),
  }),
);
export type HostState = z.infer<typeof hostState>;
