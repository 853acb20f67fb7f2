/**
 * What a page says of its host: keys of its lines and of the paths they stand at. Counts of them over
 * many documents are a host's profile. They depend on the page and the cleaning code alone, never
 * on a profile, so that what is learned cannot feed on itself.
 */
import * as z from 'zod';

/** A line that could turn out to be the site's. */
export interface TraitLine {
  /** Hash of the normalised line, 16 hex digits. */
  readonly key: string;
  /** Index in `paths`; null for text without markup. */
  readonly path: number | null;
  /** The page alone reads it as the document's; else it was cut for no stated reason. */
  readonly kept: boolean;
  /** The first, or the last, line of the document as the page alone reads it. */
  readonly first: boolean;
  readonly last: boolean;
}

export interface TraitPath {
  /** Hash of tags and class names from the body down, 8 hex digits. */
  readonly key: string;
  /** Text of the document that is no candidate for removal stands there. */
  readonly holds: boolean;
}

export interface PageTraits {
  /** Hash of the longest paragraphs: copies of a document have the same; null if it has too few. */
  readonly text: string | null;
  readonly lines: readonly TraitLine[];
  readonly paths: readonly TraitPath[];
}

/** Limits of what travels with a row: at most 8 + 24 × 9 + 12 × 5 = 284 bytes before base64. */
export const MAX_TRAIT_LINES = 24;
export const MAX_TRAIT_PATHS = 12;

/** Page traits as a row carries them: fixed-width records in base64url. */
export const packedTraits = z.lazy(() =>
  z.object({
    text: z.string().nullable().describe('hash of the longest paragraphs, hex'),
    lines: z
      .string()
      .describe(
        '9 bytes a line: flags (0x80 kept, 0x40 first, 0x20 last, rest: path), 8 of its hash',
      ),
    paths: z.string().describe('5 bytes a path: 1 if it holds text of the document, 4 of its hash'),
  }),
);
export type PackedTraits = z.infer<typeof packedTraits>;

const LINE_BYTES = 9;
const PATH_BYTES = 5;
const KEPT = 0x80;
const FIRST = 0x40;
const LAST = 0x20;
const NO_PATH = 0x1f;

export function packTraits({ text, lines, paths }: PageTraits): PackedTraits {
  const ofLines = lines.map(({ key, path, kept, first, last }) => {
    const flags = (kept ? KEPT : 0) | (first ? FIRST : 0) | (last ? LAST : 0) | (path ?? NO_PATH);
    return flags.toString(16).padStart(2, '0') + key;
  });
  const ofPaths = paths.map(({ key, holds }) => (holds ? '01' : '00') + key);
  return { text, lines: toBase64(ofLines), paths: toBase64(ofPaths) };
}

/** The traits of a row; what is cut off in the middle of a record is left out. */
export function unpackTraits({ text, lines, paths }: PackedTraits): PageTraits {
  return {
    text,
    lines: records(lines, LINE_BYTES).map(({ flags, key }) => {
      const path = flags & NO_PATH;
      return {
        key,
        path: path === NO_PATH ? null : path,
        kept: (flags & KEPT) !== 0,
        first: (flags & FIRST) !== 0,
        last: (flags & LAST) !== 0,
      };
    }),
    paths: records(paths, PATH_BYTES).map(({ flags, key }) => ({ key, holds: flags === 1 })),
  };
}

function toBase64(hex: readonly string[]): string {
  return Buffer.from(hex.join(''), 'hex').toString('base64url');
}

function records(packed: string, width: number): { flags: number; key: string }[] {
  const bytes = Buffer.from(packed, 'base64url');
  return Array.from({ length: Math.floor(bytes.length / width) }, (_, at) => ({
    flags: bytes[at * width] ?? 0,
    key: bytes.toString('hex', at * width + 1, (at + 1) * width),
  }));
}
