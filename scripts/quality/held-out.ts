import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CleanedPage } from './cleaned-pages.ts';

const FOLDS = 5;
const SCRIPT = join(import.meta.dirname, 'clean-fold.ts');

/** All annotated pages, each cleaned by the models of `work` that were trained without its site. */
export function heldOutPages(work: string, set: string | undefined): CleanedPage[] {
  const folder = mkdtempSync(join(tmpdir(), 'winnow-quality-'));
  try {
    return Array.from({ length: FOLDS }, (_, fold) => {
      const out = join(folder, `${fold}.jsonl`);
      const names = [work, String(FOLDS), String(fold), out, ...(set === undefined ? [] : [set])];
      const { status } = spawnSync(process.execPath, [SCRIPT, ...names], { stdio: 'inherit' });
      if (status !== 0) throw new Error(`fold ${fold} of ${work} could not be cleaned`);
      const lines = readFileSync(out, 'utf8').split('\n').filter(Boolean);
      return lines.map((line): CleanedPage => JSON.parse(line));
    }).flat();
  } finally {
    rmSync(folder, { recursive: true });
  }
}
