/**
 * Every key of the store is built and parsed here and only here.
 * Keys are made of hashes, ULIDs, dates and names we chose, never of URL paths.
 */
import { PermanentError } from './errors.ts';

export const INDEX_KEY = 'manifest/index.json';
/** The checkpoint of the index, under a name of its own. */
export const LATEST_KEY = 'manifest/latest.json';
export const FLOOR_KEY = 'manifest/floor.json';
export const LOG_PREFIX = 'manifest/log/';
export const SEGMENT_PREFIX = 'manifest/segments/';
export const CHECKPOINT_PREFIX = 'manifest/checkpoints/';
export const PART_PREFIX = 'manifest/parts/';
export const RAW_PREFIX = 'raw/';
export const RUN_PREFIX = 'runs/';
export const SOURCE_PREFIX = 'config/sources/';
export const PROFILE_PREFIX = 'profiles/';
export const EXPORT_PREFIX = 'exports/';
export const REPORT_PREFIX = 'reports/';
/** Which files are the export; written after them. */
export const EXPORT_CURRENT_KEY = 'exports/current.json';
/** URIs of the Parquet files, one a line: what Athena reads in place of a listing. */
export const EXPORT_SYMLINK_KEY = 'exports/athena/symlink.txt';

const REPORT_SUFFIX = '/index.html';
const LIST_SUFFIX = '.jsonl.gz';
const READ_SUFFIX = '.read';
const HOST_IN_KEY = /^[a-z0-9.[\]:_-]{1,255}$/;
const COLON = /:/g;
const LOG_KEY = /^manifest\/log\/(\d{20})\.json$/;
const SEGMENT_KEY = /^manifest\/segments\/(\d{4})(\d\d)(\d\d)(\d\d)\/([0-9A-Z]{26})\.jsonl\.gz$/;
const CHECKPOINT_KEY = /^manifest\/checkpoints\/(\d{20})\.json$/;
const PART_KEY = /^manifest\/parts\/[0-9a-z-]+\/([0-9A-Z]{26})\.jsonl\.gz$/;
const EXPORT_KEY = /^exports\/[a-z/]+\/dt=[\d-]{10}\/(\d{20})-\d{5}-[0-9a-f]{12}\.[a-z.]+$/;
const RUN_KEY = /^runs\/([0-9A-Z]{26})\.json$/;

export const sourceKey = (name: string): string => `${SOURCE_PREFIX}${name}.json`;
export const runKey = (runId: string): string => `${RUN_PREFIX}${runId}.json`;
export const cancelKey = (runId: string): string => `${RUN_PREFIX}${runId}.cancel`;
/** Files with the URLs that have entered a run, in the order of their ulids. */
export const seenPrefix = (runId: string): string => `${RUN_PREFIX}${runId}.seen/`;
export const seenKey = (runId: string, ulid: string): string =>
  `${seenPrefix(runId)}${ulid}.jsonl.gz`;
/** What a host repeats, the latest version; earlier ones by the number of their commit. */
export const profileKey = (host: string): string => `${PROFILE_PREFIX}${hostName(host)}.json`;
export const profileVersionKey = (host: string, version: number): string =>
  `${PROFILE_PREFIX}versions/${hostName(host)}/${digits(version)}.json`;
/** Files with what the lanes of a run have spent, one a lane. */
export const spentPrefix = (runId: string): string => `${RUN_PREFIX}${runId}.spent/`;
export const spentKey = (runId: string, lane: number): string =>
  `${spentPrefix(runId)}${lane}.json`;
/** Files with what discover passed over in a run, one for each of its messages. */
export const skippedPrefix = (runId: string): string => `${RUN_PREFIX}${runId}.skipped/`;
export const skippedKey = (runId: string, message: string): string =>
  `${skippedPrefix(runId)}${message}.json`;
/** Lists of links that enter a run, a file each; what discover has read has a mark. */
export const listPrefix = (runId: string): string => `${RUN_PREFIX}${runId}.list/`;
export const listKey = (runId: string, name: string): string =>
  `${listPrefix(runId)}${name}${LIST_SUFFIX}`;
export const listReadKey = (key: string): string => `${key}${READ_SUFFIX}`;
/** No list will be added to the run. */
export const listsClosedKey = (runId: string): string => `${listPrefix(runId)}closed`;
export const isList = (key: string): boolean => key.endsWith(LIST_SUFFIX);
/** Written and removed again by whoever looks whether a store is written as it must be. */
export const probeKey = (ulid: string): string => `probes/${ulid}`;
/** The run as a page, and in numbers: derived, may be written again. */
export const reportKey = (runId: string): string => `${REPORT_PREFIX}${runId}${REPORT_SUFFIX}`;
export const isReport = (key: string): boolean => key.endsWith(REPORT_SUFFIX);
export const figuresKey = (runId: string): string => `${REPORT_PREFIX}${runId}/figures.json`;
export const hostKey = (host: string): string => `hosts/${hostName(host)}.json`;

/** Start of the keys of all WARC files of the day of `at`. */
export const rawDay = (at: Date): string =>
  `${RAW_PREFIX}${at.toISOString().slice(0, 10).replaceAll('-', '/')}/`;

/** A WARC file of the day of `at`. */
export const rawKey = (at: Date, ulid: string): string => `${rawDay(at)}${ulid}.warc.gz`;

/** Content-addressed: the same document is the same key. */
export const documentKey = (id: string, sha: string): string => `${documentFolder(id)}${sha}.json`;

/** Start of the keys of all versions of a document; in the order of ids. */
export const documentFolder = (id: string): string => `documents/${id.slice(0, 2)}/${id}/`;

/** A segment of the hour of `at`. */
export const segmentKey = (at: Date, ulid: string): string =>
  `${SEGMENT_PREFIX}${at.toISOString().slice(0, 13).replaceAll(/[-T]/g, '')}/${ulid}.jsonl.gz`;

export const logKey = (number: number): string => `${LOG_PREFIX}${digits(number)}.json`;
export const checkpointKey = (number: number): string =>
  `${CHECKPOINT_PREFIX}${digits(number)}.json`;
export const partKey = (partition: string, ulid: string): string =>
  `${PART_PREFIX}${partition}/${ulid}.jsonl.gz`;

/** Number of the commit a log key names, null for other keys. */
export function logNumber(key: string): number | null {
  const match = LOG_KEY.exec(key);
  return match ? Number(match[1]) : null;
}

/** Number of the commit whose checkpoint a key names, null for other keys. */
export function checkpointNumber(key: string): number | null {
  const match = CHECKPOINT_KEY.exec(key);
  return match ? Number(match[1]) : null;
}

/** First millisecond of a segment's hour and its ulid, null for other keys. */
export function segmentOf(key: string): { hour: number; ulid: string } | null {
  const [, year, month, day, hour, ulid] = SEGMENT_KEY.exec(key) ?? [];
  if (ulid === undefined) return null;
  return { hour: Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour)), ulid };
}

/** Ulid in the key of a checkpoint's part, null for other keys. */
export function partUlid(key: string): string | null {
  return PART_KEY.exec(key)?.[1] ?? null;
}

/** Start of the keys of all segments of the hour of `at`. */
export const segmentHour = (at: Date): string =>
  `${SEGMENT_PREFIX}${at.toISOString().slice(0, 13).replaceAll(/[-T]/g, '')}/`;

/** Id of the run a key records, null for other keys. */
export function runIdOf(key: string): string | null {
  return RUN_KEY.exec(key)?.[1] ?? null;
}

export interface ExportFile {
  /** Or what else belongs to exports in a format: `near/parquet`. */
  readonly format: string;
  /** Ending of the file's name, without its dot. */
  readonly extension: string;
  /** Time of the commit the export is of. */
  readonly at: string;
  readonly commit: number;
  /** Which file of the export, from 0. */
  readonly ordinal: number;
  readonly sha: string;
}

/** A file of an export, of the day of its commit; equal bytes of one commit have equal keys. */
export function exportKey({ format, extension, at, commit, ordinal, sha }: ExportFile): string {
  const name = `${digits(commit)}-${String(ordinal).padStart(5, '0')}-${sha.slice(0, 12)}`;
  return `${exportPrefix(format)}dt=${at.slice(0, 10)}/${name}.${extension}`;
}

/** Start of the keys of all files of exports in a format. */
export const exportPrefix = (format: string): string => `${EXPORT_PREFIX}${format}/`;

/** Number of the commit an export's file is of, null for other keys. */
export function exportCommit(key: string): number | null {
  const match = EXPORT_KEY.exec(key);
  return match ? Number(match[1]) : null;
}

function digits(number: number): string {
  return String(number).padStart(20, '0');
}

/** A host as part of a key; the port's colon would be no file name on some systems. */
function hostName(host: string): string {
  if (!HOST_IN_KEY.test(host)) throw new PermanentError(`not a host name: ${host.slice(0, 100)}`);
  return host.replaceAll(COLON, '_');
}
