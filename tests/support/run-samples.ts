/** A child process that crawls the sample site at argv[2] into argv[3]: something to kill. */
import { directoryObjectStore } from '#lib/io/directory-object-store.ts';
import { sampleSource } from '#samples/sample-source.ts';
import { runInto } from './sample-run.ts';

const [, , origin = '', folder = ''] = process.argv;
await runInto(directoryObjectStore(folder), sampleSource(origin));
