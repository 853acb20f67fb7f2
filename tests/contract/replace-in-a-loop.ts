/**
 * A process to be killed: creates and replaces objects of one repeated letter as fast as it can.
 * Arguments: root of the directory store, its own name.
 */
import { directoryObjectStore } from '#lib/io/directory-object-store.ts';
import { ConflictError } from '#lib/model/errors.ts';

const SIZE = 100_000;
const [, , root = '', name = ''] = process.argv;
const store = directoryObjectStore(root);

for (let round = 0; ; round += 1) {
  const body = Buffer.alloc(SIZE, String.fromCharCode(97 + (round % 26)));
  await store.create(`created/${name}-${round}`, body);
  const found = await store.get('shared');
  try {
    if (found) await store.replace('shared', body, found.etag);
    else await store.create('shared', body);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
  }
  await store.put(`own/${name}`, body);
}
