import { z } from 'zod';
import { document } from '../lib/model/document.ts';
import { currentExport, exportRecord } from '../lib/model/export-files.ts';
import { storedProfile } from '../lib/model/host-profile.ts';
import { checkpoint, floorMarker, logEntry, manifestIndex } from '../lib/model/manifest-files.ts';
import { row, urlState } from '../lib/model/row.ts';
import { runRecord } from '../lib/model/run.ts';
import { runFigures } from '../lib/model/run-figures.ts';
import { sourceDefinition } from '../lib/model/source.ts';

/** What crosses a border, by the name of its file in schemas/. */
export const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  source: sourceDefinition,
  document,
  row,
  'url-state': urlState,
  index: manifestIndex,
  'log-entry': logEntry,
  checkpoint,
  floor: floorMarker,
  export: currentExport,
  'export-record': exportRecord,
  run: runRecord,
  profile: storedProfile,
  'run-figures': runFigures,
};

/** The JSON Schema (draft 2020-12) of one of them, as the file holds it. */
export function schemaText(name: string): string {
  const schema = SCHEMAS[name];
  if (schema === undefined) throw new RangeError(`no schema named ${name}`);
  const io = name === 'source' ? 'input' : 'output';
  const json = { $id: `${name}.schema.json`, title: name, ...z.toJSONSchema(schema, { io }) };
  return `${JSON.stringify(json, null, 2)}\n`;
}
