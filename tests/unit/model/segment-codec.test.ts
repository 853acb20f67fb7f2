import { describe, expect, it } from 'vitest';
import { manifestIndex } from '#lib/model/manifest-files.ts';
import { stateOfRow } from '#lib/model/merge-rows.ts';
import { parseJson } from '#lib/model/object-reader.ts';
import {
  decodeLines,
  encodeLines,
  idOfLine,
  parseRow,
  parseState,
} from '#lib/model/segment-codec.ts';
import { aRow } from '../../support/manifest-rows.ts';

const row = aRow({ ulid: '01KDVNTG000000000000000001' });
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('segment codec', () => {
  it('gives back the lines it was given, and equal bytes for equal lines', () => {
    const lines = ['{"a":"关于"}', '{}'];
    expect([...decodeLines('k', encodeLines(lines))]).toEqual(lines);
    expect([...decodeLines('k', encodeLines([]))]).toEqual([]);
    expect(encodeLines(lines)).toEqual(encodeLines(lines));
    expect([...encodeLines(lines).subarray(4, 10)]).toEqual([0, 0, 0, 0, 0, 255]);
  });

  it('finds the id of a line also when a text looks like one', () => {
    const tricky = { ...row, run: '"id":"no"', source: '"id":"no"', detail: '"id":"no"' };
    expect(idOfLine(JSON.stringify(tricky))).toBe(row.id);
    expect(idOfLine(JSON.stringify(stateOfRow(tricky)))).toBe(row.id);
  });

  it.each([
    ['not gzip', () => [...decodeLines('k', bytes('x'))], 'k is not gzip'],
    ['not JSON', () => parseRow('k', '{'), 'k: a line is not JSON'],
    [
      'another schema',
      () => parseRow('k', '{"schema":2,"id":"x"}'),
      'k: a line has another schema',
    ],
    [
      'a state for a row',
      () => parseRow('k', JSON.stringify(stateOfRow(row))),
      'k: a line is not a row',
    ],
    [
      'a row for a state',
      () => parseState('k', JSON.stringify(row)),
      'k: a line is not a URL’s state',
    ],
    ['a file that is not JSON', () => parseJson('k', bytes('<'), manifestIndex), 'k is not JSON'],
    ['a file of another shape', () => parseJson('k', bytes('{}'), manifestIndex), 'k: schema'],
  ])('names the key when it meets %s', (_, read, problem) => {
    expect(read).toThrow(problem);
  });
});
