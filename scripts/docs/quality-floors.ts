import { readFileSync } from 'node:fs';
import { table } from './source-fields.ts';

const HELD_OUT = 'held-out.';
const MEASURES: Readonly<Record<string, string>> = {
  exact: 'share of pages exactly right',
  again: 'share of texts that stay the same when cleaned again',
};

/** What cleaning must not fall below on each set of annotated pages, from tests/quality/floors.json. */
export function qualityFloors(): string {
  const floors: Record<string, number> = JSON.parse(
    readFileSync('tests/quality/floors.json', 'utf8'),
  );
  const rows = Object.entries(floors).map(([name, floor]) => {
    const isHeldOut = name.startsWith(HELD_OUT);
    const [set = '', measure] = (isHeldOut ? name.slice(HELD_OUT.length) : name).split('.');
    return [
      isHeldOut ? `${set}, held out` : set,
      measure === undefined ? 'F1 of the text' : (MEASURES[measure] ?? measure),
      floor.toFixed(3),
    ];
  });
  return table(['set', 'measure', 'floor'], rows);
}
