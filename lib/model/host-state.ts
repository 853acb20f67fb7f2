import { z } from 'zod';

/** hosts/<host>.json: what fetch must remember of a host between runs. Written by the lane's holder only. */
export const hostState = z.object({
  schema: z.literal(1),
  host: z.string(),
  robots: z
    .object({
      status: z.int().nullable().describe('of the robots.txt answer; null: unreachable'),
      body: z.string(),
      fetchedAt: z.iso.datetime(),
      expiresAt: z.iso.datetime().describe('24 h at most: RFC 9309, section 2.4'),
    })
    .nullable(),
  delayMs: z.int().min(0).describe('adaptive pause, on top of the configured interval'),
  notBefore: z.iso.datetime().nullable().describe('Retry-After: no request before'),
  failures: z.int().min(0).describe('failed requests in a row'),
  openUntil: z.iso.datetime().nullable().describe('the circuit breaker is open until then'),
});
export type HostState = z.infer<typeof hostState>;
