/**
 * Measures how near duplicates are found: node scripts/near-duplicates.ts
 * Texts of the sample site and of the annotated pages at hand (WINNOW_BENCH, or ../shared/bench) are
 * edited as other sites edit them, then clustered as an export does it.
 */
import { join, resolve } from 'node:path';
import { expectedPages } from '../samples/expected.ts';
import { type Measured, measureClusters } from './near/measure-clusters.ts';
import { BENCH_SETS, readSet } from './quality/bench-set.ts';

const bench = resolve(process.env['WINNOW_BENCH'] ?? '../shared/bench');
const samples = [...expectedPages('http://samples').values()].flatMap(
  ({ document, merged }) => merged?.text ?? document?.text ?? [],
);
const annotated = BENCH_SETS.flatMap((name) => readSet(join(bench, name))).flatMap(
  ({ gold }) => gold ?? [],
);

print('sample site', await measureClusters(samples));
if (annotated.length > 0) print('all texts', await measureClusters([...samples, ...annotated]));

function print(name: string, { texts, documents, precision, recall }: Measured): void {
  console.log(`${name}: ${texts} texts, ${documents} documents`);
  console.log(`  precision of pairs  ${precision.toFixed(4)}`);
  for (const [edit, share] of Object.entries(recall))
    console.log(`  recall, ${edit.padEnd(12)}${share.toFixed(3)}`);
}
