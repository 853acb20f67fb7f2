/** Writes lib/report/generated/client-files.ts: `npm run report-client`. */
import { writeFileSync } from 'node:fs';
import { clientFiles } from './report-client.ts';

writeFileSync('lib/report/generated/client-files.ts', await clientFiles());
