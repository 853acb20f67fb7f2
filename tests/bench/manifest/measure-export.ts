/**
 * A process of its own, for its memory: exports a large store whose documents are made when they are
 * read, and prints what that took. Arguments: folder of the store, format, folder of the export.
 */
import { simplifiedUnit } from '#lib/clean/repairs/traditional.ts';
import { exportDocuments } from '#lib/consume/export-documents.ts';
import { directoryObjectStore } from '#lib/io/directory-object-store.ts';
import { jsonlRecords } from '#lib/io/jsonl-records.ts';
import type { ObjectStore } from '#lib/io/object-store.ts';
import { parquetRecords } from '#lib/io/parquet-records.ts';
import { jsonBytes } from '#lib/model/object-reader.ts';
import { aDocument } from '../../support/a-document.ts';

const SENTENCES = 120;
const WORDS =
  '教育工作学校学生教师管理制度建设发展提高质量安全活动组织开展认真落实加强领导'.match(/../g) ?? [];

const [, , folder = '', format = 'parquet', to = '', near = ''] = process.argv;
const base = directoryObjectStore(folder);
const store: ObjectStore = {
  ...base,
  get: async (key, range) =>
    key.startsWith('documents/')
      ? { body: jsonBytes(aDocument(documentOf(key))), etag: '' }
      : base.get(key, range),
};

/** A text of some 2,000 characters that compresses as prose does; another for each key. */
function documentOf(key: string) {
  let seed = Number.parseInt(key.slice(-20, -8), 16);
  const next = (): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed;
  };
  const sentence = (): string =>
    Array.from({ length: 4 + (next() % 8) }, () => {
      const character = String.fromCharCode(0x4e00 + (next() % 3_000));
      return (WORDS[next() % WORDS.length] ?? '') + character;
    }).join('');
  const text = Array.from({ length: SENTENCES }, () => `${sentence()}。`).join('');
  return { canonicalUrl: 'https://a.example/', text, markdown: `# 标题\n\n${text}` };
}

const started = performance.now();
const { current } = await exportDocuments(store, {
  format: format === 'jsonl' ? jsonlRecords : parquetRecords,
  to: directoryObjectStore(to),
  ...(near === 'near' ? { nearDuplicates: { fold: simplifiedUnit } } : {}),
});
const seconds = (performance.now() - started) / 1000;
const { rows, files } = current;
const largest = Math.max(...files.map(({ bytes }) => bytes));
const peakKb = process.resourceUsage().maxRSS;
console.log(JSON.stringify({ rows, files: files.length, largest, seconds, peakKb }));
