import * as z from 'zod';

/**
 * What a host repeats on its pages, counted over a sample of its documents. A function of the rows up
 * to a commit; written by compaction only; a run reads the version of the commit it started from.
 */
export const hostProfile = z.lazy(() =>
  z.object({
    schema: z.literal(1),
    host: z.string(),
    version: z.int().min(0).describe('number of the commit it was counted up to'),
    documents: z.int().min(0).describe('distinct documents counted'),
    lines: z
      .record(z.string(), z.int())
      .describe('hash of a normalised line → documents with it, if not few'),
    paths: z
      .record(z.string(), z.tuple([z.int(), z.int()]))
      .describe('hash of a path → documents with it, and with text of their own there'),
    edges: z
      .object({ first: z.int(), last: z.int() })
      .describe('documents whose first, or last, line is a repeated one'),
    names: z.record(z.string(), z.int()).describe('name of the site → documents that say so'),
  }),
);
export type HostProfile = z.infer<typeof hostProfile>;

/** profiles/<host>.json: the latest profile, how far it is known to hold, and which there were before. */
export const storedProfile = z.lazy(() =>
  hostProfile.unwrap().extend({
    counted: z.int().min(0).describe('number of the latest commit whose count says the same'),
    earlier: z.array(z.int()).describe('versions before it, latest first'),
  }),
);
export type StoredProfile = z.infer<typeof storedProfile>;

/** With fewer documents nothing is said of a host. */
export const MIN_DOCUMENTS = 10;
/** A line is the site's if it is in so many documents, and in this share of them. */
const LEAST_REPEATS = 3;
const REPEATED_SHARE = 0.1;
/** What nearly every document has, whatever it is about. */
const COMMON_SHARE = 0.5;
/** What is in fewer is a document's own. */
const LEAST_RECURRING = 2;
const RECURRING_SHARE = 0.02;
const OWN_PATH = 0.9;
const NAME_SHARE = 0.3;

/** How many of `documents` must have something for it to be the site's. */
export function repeatsFrom(documents: number): number {
  return Math.max(LEAST_REPEATS, Math.ceil(documents * REPEATED_SHARE));
}

/** How many of `documents` must have a line for a profile to speak of it. */
export function recursFrom(documents: number): number {
  return Math.max(LEAST_RECURRING, Math.ceil(documents * RECURRING_SHARE));
}

/** own: of one document, as far as is known; repeated: in so many that it is the site's; common: in half of them. */
export type LineStanding = 'own' | 'recurring' | 'repeated' | 'common';

export function lineStanding({ lines, documents }: HostProfile, key: string): LineStanding {
  const count = Object.hasOwn(lines, key) ? (lines[key] ?? 0) : 0;
  if (count < recursFrom(documents)) return 'own';
  if (count < repeatsFrom(documents)) return 'recurring';
  return count >= documents * COMMON_SHARE ? 'common' : 'repeated';
}

/** content: nearly always holds text of its own; frame: hardly ever; unknown: too rare, or both. */
export type PathStanding = 'content' | 'frame' | 'unknown';

export function pathStanding({ paths, documents }: HostProfile, key: string): PathStanding {
  const [seen = 0, own = 0] = Object.hasOwn(paths, key) ? (paths[key] ?? []) : [];
  if (seen < repeatsFrom(documents)) return 'unknown';
  if (own >= seen * OWN_PATH) return 'content';
  return own <= seen * (1 - OWN_PATH) ? 'frame' : 'unknown';
}

/** Most documents begin, or end, with a line of the site. */
export function hasTemplateEdge(
  { edges, documents }: HostProfile,
  edge: 'first' | 'last',
): boolean {
  return edges[edge] >= documents * COMMON_SHARE;
}

/** Names that a good part of the documents give their site. */
export function siteNames({ names, documents }: HostProfile): string[] {
  return Object.keys(names).filter((name) => (names[name] ?? 0) >= documents * NAME_SHARE);
}

/**
 * Whether a new count says the same: its figures differ, not what they mean. Lines that begin or cease
 * to recur are no reason for a new version: they only keep a block from being taken back.
 */
export function decidesAlike(a: HostProfile, b: HostProfile): boolean {
  return decisions(a) === decisions(b);
}

function decisions(profile: HostProfile): string {
  const lines = Object.keys(profile.lines).map((key) => [key, lineStanding(profile, key)]);
  const paths = Object.keys(profile.paths).map((key) => [key, pathStanding(profile, key)]);
  return JSON.stringify([
    lines.filter(([, standing]) => standing === 'repeated' || standing === 'common').sort(),
    paths.filter(([, standing]) => standing !== 'unknown').sort(),
    hasTemplateEdge(profile, 'first'),
    hasTemplateEdge(profile, 'last'),
    siteNames(profile).sort(),
  ]);
}
