import type { ObjectStore } from '#lib/io/object-store.ts';
import { isReport, REPORT_PREFIX } from '#lib/model/keys.ts';

/**
 * Removes the reports that show a document of these ids, with its text in a view or only its title in
 * the list: they are derived, `winnow report` makes them again without it. Cost: all reports are read.
 * @param isPurge earlier versions of the objects go too, also of reports that were removed before
 * @returns keys of the reports that were removed
 */
export async function withdrawReports(
  store: ObjectStore,
  ids: ReadonlySet<string>,
  isPurge: boolean,
): Promise<string[]> {
  const removed: string[] = [];
  for await (const { key } of store.list(REPORT_PREFIX)) {
    if (!isReport(key)) continue;
    const report = await store.get(key);
    const html = new TextDecoder().decode(report?.body);
    if (![...ids].some((id) => html.includes(id))) continue;
    await store.delete(key);
    removed.push(key);
  }
  if (isPurge) await store.forgetVersions(REPORT_PREFIX);
  return removed;
}
