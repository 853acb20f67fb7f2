/** A process of its own, for its memory: reads a snapshot and prints what that took. Argument: the folder. */
import { snapshot } from '#lib/consume/snapshot.ts';
import { directoryObjectStore } from '#lib/io/directory-object-store.ts';

const started = performance.now();
let rows = 0;
let chars = 0;
for await (const { content } of snapshot(directoryObjectStore(process.argv[2] ?? ''))) {
  rows += 1;
  chars += content?.chars ?? 0;
}
const seconds = (performance.now() - started) / 1000;
console.log(JSON.stringify({ rows, chars, seconds, peakKb: process.resourceUsage().maxRSS }));
