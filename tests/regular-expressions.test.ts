import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { analyse } from 'scslre';
import ts from 'typescript';
import { describe, expect, it, vi } from 'vitest';

interface Expression {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

/** What reads text that others wrote; infrastructure reads none. */
const FOLDERS = ['bin', 'lambdas', 'lib/clean', 'lib/io', 'lib/model', 'lib/source'];

/**
 * Pages are long and some are made to harm: an expression that may take more than linear time on a text does so some day
 * (a label of 20,000 signs in a pager took three seconds). The analysis is static: ambiguous repetition, and a
 * repetition that is begun anew at each place. A repetition with a limit is none.
 */
describe('no regular expression takes more than linear time', () => {
  const modules = FOLDERS.flatMap(modulesOf);

  it('of those written in the code', () => {
    const written = modules.flatMap(expressionsOf);

    expect(written.flatMap(faults)).toEqual([]);
    expect(written.length).toBeGreaterThan(1000); // green for nothing is no proof
  });

  it('of those that the cleaner puts together', async () => {
    const made: Expression[] = [];
    const recording = new Proxy(RegExp, {
      construct(target, [pattern, flags]: [string | RegExp, string?]) {
        const expression = new target(pattern, flags);
        made.push({ where: 'made', source: expression.source, flags: expression.flags });
        return expression;
      },
    });
    vi.stubGlobal('RegExp', recording);
    for (const path of modulesOf('lib/clean')) await import(pathToFileURL(path).href);
    vi.unstubAllGlobals();

    expect(made.flatMap(faults)).toEqual([]);
    expect(made.length).toBeGreaterThan(50);
  });
});

function modulesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes('generated'));
}

function expressionsOf(path: string): Expression[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const found: Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = file.getLineAndCharacterOfPosition(node.pos);
      const [source, flags] = [node.text.slice(1, end), node.text.slice(end + 1)];
      found.push({ where: `${path}:${line + 1}`, source, flags });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function faults({ where, source, flags }: Expression): string[] {
  return analyse({ source, flags }).reports.map(
    ({ type }) => `${type} ${where} /${source}/${flags}`,
  );
}
