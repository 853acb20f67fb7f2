import { readFileSync } from 'node:fs';
import { table } from './source-fields.ts';

/** What cleaning must not fall below on each set of annotated pages, from tests/quality/floors.json. */
export function qualityFloors(): string {
  const floors: Record<string, number> = JSON.parse(
    readFileSync('tests/quality/floors.json', 'utf8'),
  );
  const rows = Object.entries(floors).map(([name, floor]) => {
    const [set = '', measure = 'F1 of the text'] = name.split('.');
    return [set, measure === 'exact' ? 'share of pages exactly right' : measure, floor.toFixed(3)];
  });
  return table(['set', 'measure', 'floor'], rows);
}
