import * as z from 'zod';

/** Selectors for the rare site that needs them (CSS, as cheerio understands them). */
export const siteRules = z.lazy(() =>
  z.strictObject({
    content: z.string().optional().describe('the document is inside what this selects'),
    remove: z.array(z.string()).default([]).describe('what these select is never document'),
    title: z.string().optional(),
    date: z.string().optional(),
  }),
);
export type SiteRules = z.infer<typeof siteRules>;

/** As EventBridge Scheduler takes it. */
const SCHEDULE =
  /^(?:rate\([1-9]\d* (?:minute|hour|day)s?\)|cron\(\S+(?: \S+){5}\)|at\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\))$/;
const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;
const HTTP = /^https?$/;
const httpUrl = z.lazy(() => z.url({ protocol: HTTP }));
const regexSource = z.lazy(() => z.string().refine(isRegex, 'must be a regular expression'));

function isRegex(source: string): boolean {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
}

/** Where URLs come from and how to treat their hosts: one JSON file in sources/. */
export const sourceDefinition = z.lazy(() =>
  z.strictObject({
    $schema: z.string().optional(),
    name: z
      .string()
      .regex(NAME, 'lower-case letters, digits and hyphens')
      .describe('name of the source; equals the file name'),
    description: z.string().optional(),
    seeds: z.array(httpUrl).default([]).describe('pages to fetch'),
    listings: z.array(httpUrl).default([]).describe('pages whose links are followed'),
    sitemaps: z.array(httpUrl).default([]).describe('sitemap or sitemap index files'),
    feeds: z.array(httpUrl).default([]).describe('RSS or Atom feeds'),
    robotsSitemaps: z.boolean().default(true).describe('also read the Sitemap lines of robots.txt'),
    include: z.array(regexSource).default([]).describe('a URL must match one; empty means any'),
    exclude: z.array(regexSource).default([]).describe('a URL must match none'),
    listingPattern: z.array(regexSource).default([]).describe('links that are themselves listings'),
    maxDepth: z.int().min(0).max(20).default(3).describe('how many listings deep'),
    hosts: z
      .array(z.string())
      .default([])
      .describe('further hosts in scope; the seeds’ hosts always are'),
    schedule: z
      .string()
      .regex(SCHEDULE, 'must be rate(1 day), cron(0 3 * * ? *) or at(2027-01-31T03:00:00)')
      .optional()
      .describe('EventBridge Scheduler expression: rate(1 day), cron(…)'),
    politeness: z
      .strictObject({
        intervalMs: z
          .int()
          .min(0)
          .default(1000)
          .describe('least pause between two requests to a host'),
        concurrency: z
          .int()
          .min(1)
          .max(8)
          .default(1)
          .describe('requests to a host at the same time'),
        maxCrawlDelayMs: z
          .int()
          .min(0)
          .default(60_000)
          .describe('a longer Crawl-delay defers the host'),
      })
      .prefault({}),
    budget: z
      .strictObject({
        pages: z.int().min(1).default(10_000),
        bytes: z.int().min(1).default(10_000_000_000),
        seconds: z.int().min(1).default(86_400),
        dollars: z
          .number()
          .positive()
          .optional()
          .describe('estimated: what the run would cost on AWS at list prices'),
      })
      .prefault({})
      .describe('a run stops hard at any of these'),
    recrawl: z
      .strictObject({
        minHours: z.number().min(0).default(24),
        maxHours: z
          .number()
          .min(0)
          .default(24 * 60),
        goneGraceHours: z.number().min(0).default(72).describe('404 longer than this becomes gone'),
      })
      .prefault({}),
    maxBytes: z
      .int()
      .min(1024)
      .default(8 * 1024 * 1024)
      .describe('cap on decoded bytes of a page'),
    maxArticlePages: z.int().min(1).max(200).default(50),
    ignoreNoindex: z
      .string()
      .min(10)
      .optional()
      .describe('publish noindex pages; the value is the reason, kept in the run record'),
    rules: siteRules.optional(),
  }),
);
export type SourceDefinition = z.infer<typeof sourceDefinition>;
