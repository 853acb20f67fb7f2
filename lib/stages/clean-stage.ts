import { cleanArticle } from '#lib/clean/clean-article.ts';
import { CLEANER_VERSION } from '#lib/clean/cleaner-version.ts';
import type { CleanMessage } from '#lib/model/messages.ts';
import { publishPages } from '#lib/publish/publish-pages.ts';
import { finishStage, type Ports, type RunContext, type Work } from './stage.ts';

/** The pages of one WARC file in; documents stored, one row a page. */
export async function cleanStage(
  message: CleanMessage,
  ports: Ports,
  run: Pick<RunContext, 'record' | 'profile'>,
): Promise<Work> {
  const { store, warcReader, clock, ulid } = ports;
  const rows = await publishPages(message, {
    store,
    raw: warcReader,
    source: run.record.source,
    clean: cleanArticle,
    cleanerVersion: CLEANER_VERSION,
    profile: run.profile,
    now: () => new Date(clock.now()),
    ulid,
  });
  return finishStage(rows, {}, ports);
}
