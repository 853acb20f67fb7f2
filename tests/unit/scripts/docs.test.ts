import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedParts, withParts } from '../../../scripts/docs/generated-docs.ts';

const FENCE = /^```[\s\S]*?^```$/gm;
const LINK = /(?<!`)\[[^\]\n]*\]\(([^)\s]+)\)/g;
const HEADING = /^#{1,6} (.+)$/gm;

/** Markdown that people read: README, changelog, docs, and the reasons beside the code. */
const files = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync('docs')
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
  ...readdirSync('lib', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('lib', file)),
];

const parts = await generatedParts();

const textOf = (file: string): string => readFileSync(file, 'utf8').replace(FENCE, '');

/** Anchors of a file, as GitHub makes them of its headings. */
function anchorsOf(file: string): Set<string> {
  const anchors = [...textOf(file).matchAll(HEADING)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
  return new Set(anchors);
}

describe('links of the documentation', () => {
  it.each(files)('%s: every one leads somewhere', (file) => {
    const dead: string[] = [];
    for (const [, target = ''] of textOf(file).matchAll(LINK)) {
      if (/^[a-z]+:/.test(target)) continue; // of the web: not asked in a test
      const [path = '', anchor] = target.split('#');
      const at = path === '' ? file : normalize(join(dirname(file), path));
      if (!existsSync(at)) dead.push(target);
      else if (anchor !== undefined && at.endsWith('.md') && !anchorsOf(at).has(anchor)) {
        dead.push(target);
      }
    }

    expect(dead).toEqual([]);
  });

  it('lead from the README to every page of docs/', () => {
    const linked = new Set(
      ['README.md', ...files].flatMap((file) =>
        [...textOf(file).matchAll(LINK)].map(([, target = '']) =>
          normalize(join(dirname(file), target.split('#')[0] ?? '')),
        ),
      ),
    );

    expect(files.filter((file) => file.startsWith('docs/') && !linked.has(file))).toEqual([]);
  });
});

describe('generated documentation', () => {
  it.each(Object.entries(parts))('%s is current (else: npm run docs)', (file, own) => {
    expect(readFileSync(file, 'utf8') === withParts(file, own)).toBe(true);
  });
});

it('names its sample commands as they are', () => {
  const commands = new Set(
    [...textOf('docs/commands.md').matchAll(/^### winnow ([a-z -]+)$/gm)].map(([, name]) => name),
  );
  // operations.md also tells what is not built yet
  const told = files.filter((file) => file !== 'docs/operations.md');
  const used = told.flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /(?:^|`)(?:npm run --silent winnow -- |winnow )(cases add|[a-z]+)(?=[ `\n])/gm,
      ),
    ].map(([, name]) => name),
  );

  expect(
    used
      .filter((name) => !commands.has(name ?? ''))
      .filter((name) => !['complete', 'help'].includes(name ?? '')),
  ).toEqual([]);
});
