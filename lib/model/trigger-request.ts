import * as z from 'zod';
import { sourceDefinition } from './source.ts';

/** URLs in one request: some megabytes at most, of the six that a function URL takes. */
export const MAX_REQUEST_URLS = 10_000;

const HTTP = /^https?$/;
const urls = z.lazy(() => z.array(z.url({ protocol: HTTP })).max(MAX_REQUEST_URLS));
const more = z.lazy(() =>
  z.boolean().default(false).describe('further URLs of the same run will follow'),
);

/** Starts a run of a source, or of URLs under its rules. Also the event of a schedule. */
export const startRequest = z.lazy(() =>
  z.strictObject({
    source: z.string(),
    urls: urls.optional(),
    more,
    trigger: z.enum(['schedule', 'on-demand']).default('on-demand'),
  }),
);

/** Adds URLs to a run that was started with `more`. */
export const addRequest = z.lazy(() =>
  z.strictObject({
    run: z.ulid(),
    part: z.int().min(1).describe('which request of the run it is; the same part twice is one'),
    urls,
    more,
  }),
);

/** Puts a changed source definition in force. */
export const pushRequest = z.lazy(() => z.strictObject({ push: sourceDefinition }));

/** config/sources/<name>.json: a definition pushed since the last deployment. */
export const pushedSource = z.lazy(() =>
  z.object({
    schema: z.literal(1),
    pushedAt: z.iso.datetime(),
    /** Digest of the deployed definition it stands for; once another is deployed, that one holds. */
    replaces: z.string().nullable(),
    definition: sourceDefinition,
  }),
);
export type PushedSource = z.infer<typeof pushedSource>;

/** What the function URL answers. */
export const triggerReply = z.lazy(() =>
  z.object({
    runId: z.string().optional(),
    warnings: z.array(z.string()).optional(),
    error: z.string().optional(),
  }),
);
export type TriggerReply = z.infer<typeof triggerReply>;
