import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SCHEMAS, schemaText } from '../../../scripts/schemas.ts';

describe('schemas/', () => {
  it.each(Object.keys(SCHEMAS))(
    '%s.schema.json says what the code says (else: npm run schemas)',
    (name) => {
      const committed = readFileSync(`schemas/${name}.schema.json`, 'utf8');

      expect(committed).toBe(schemaText(name));
    },
  );
});
