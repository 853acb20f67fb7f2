import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { directoryObjectStore } from '#lib/io/directory-object-store.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { sampleSource } from '#samples/sample-source.ts';
import { serveSamples } from '#samples/serve-samples.ts';
import { runInto } from '../support/sample-run.ts';

export interface StoredSamples {
  readonly folder: string;
  readonly store: ObjectStore;
  readonly runId: string;
  /** The report that the run wrote. */
  readonly report: string;
  remove(): void;
}

/** The sample site, crawled into a new directory. */
export async function storedSamples(): Promise<StoredSamples> {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-report-'));
  const store = directoryObjectStore(folder);
  const site = await serveSamples();
  try {
    const { runId, report } = await runInto(store, sampleSource(site.url));
    if (report.key === null) throw new Error(`no report: ${report.problem}`);
    return {
      folder,
      store,
      runId,
      report: join(folder, report.key),
      remove: () => rmSync(folder, { recursive: true, force: true }),
    };
  } finally {
    await site.close();
  }
}
