import { expect, it } from 'vitest';
import { memoryObjectStore } from '#lib/io/memory-object-store.ts';
import { figuresKey, reportKey } from '#lib/model/keys.ts';
import { withdrawReports } from '#lib/run/withdraw-reports.ts';

it('removes the reports that show a document, no other, and keeps the figures', async () => {
  const store = memoryObjectStore();
  const put = (key: string, text: string) => store.put(key, new TextEncoder().encode(text));
  await put(reportKey('01A'), '<script>[{"id":"e408"}]</script>');
  await put(reportKey('01B'), '<script>[{"id":"beef"}]</script>');
  await put(figuresKey('01A'), '{}');

  expect(await withdrawReports(store, new Set(['e408', 'cafe']), true)).toEqual([reportKey('01A')]);

  expect(await store.get(reportKey('01A'))).toBeNull();
  expect(await store.get(reportKey('01B'))).not.toBeNull();
  expect(await store.get(figuresKey('01A'))).not.toBeNull();
});
