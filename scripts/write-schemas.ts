/** Writes the JSON Schemas in schemas/ from the zod schemas in lib/model: `npm run schemas`. */
import { writeFileSync } from 'node:fs';
import { SCHEMAS, schemaText } from './schemas.ts';

for (const name of Object.keys(SCHEMAS)) {
  writeFileSync(`schemas/${name}.schema.json`, schemaText(name));
}
