import type { RunSummary } from '#lib/local/finish-run.ts';
import { placeOf } from './store-place.ts';

/** Where the report of a run is, or why there is none. */
export function printReport({ report }: RunSummary, location: string): void {
  if (report.key) process.stdout.write(`report ${placeOf(location, report.key)}\n`);
  if (report.problem) process.stderr.write(`the report was not written: ${report.problem}\n`);
}
