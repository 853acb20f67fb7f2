/** Writes the generated parts of docs/: `npm run docs`. */
import { writeFileSync } from 'node:fs';
import { generatedParts, withParts } from './docs/generated-docs.ts';

for (const [file, parts] of Object.entries(await generatedParts())) {
  writeFileSync(file, withParts(file, parts));
}
