/**
 * How exactly lines that lost a byte of GBK come back: node scripts/shift-accuracy.ts [--only KIND] [--seeds 1]
 * The gold text of the authored pages but the blind set is damaged as mirrors damage it (tests/unit/clean/repairs/mirror.ts), page by page.
 *   exact    the line is as it was before the damage
 *   said     it is not, and the page is flagged as damaged or guessed
 *   silent   it is not, and nothing of the page says so
 *   changed  a line that lost nothing, changed
 * Lines whose damage reaches their end lose their last byte too and are counted apart.
 *   --clean FILE   lines of undamaged text, 40 to a page: how many are changed, how many pages flagged
 *   --only KIND    that kind of mirror; with * at its end all that begin so
 *   --wrong N      N lines of each kind that came back wrong
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { blockText } from '#lib/clean/block.ts';
import { textBlocks } from '#lib/clean/lines/text-blocks.ts';
import { repairDamage } from '#lib/clean/repairs/repair-blocks.ts';
import { damage, type Mirror, mirrored, random } from '../tests/unit/clean/repairs/mirror.ts';
import { benchFolder } from './quality/genre-pages.ts';

const PAGES = join(dirname(fileURLToPath(import.meta.url)), '../tests/quality/pages');
const { values: options } = parseArgs({
  options: {
    share: { type: 'string', default: '0.34' },
    seeds: { type: 'string', default: '1' },
    half: { type: 'string' },
    only: { type: 'string' },
    clean: { type: 'string' },
    wrong: { type: 'string', default: '0' },
  },
});

const SIMPLIFIED: Mirror = {
  traditional: false,
  annotate: false,
  halfWidth: false,
  loses: 'before-punctuation',
  lostByte: 'gone',
  dangling: 'question',
  privateUse: 'kept',
};
const ANNOTATED: Mirror = {
  ...SIMPLIFIED,
  traditional: true,
  annotate: true,
  dangling: 'swallows-bracket',
};
const KINDS: Readonly<Record<string, Mirror>> = {
  simplified: SIMPLIFIED,
  'simplified, ? left': { ...SIMPLIFIED, lostByte: 'question' },
  'simplified, half width': { ...SIMPLIFIED, halfWidth: true },
  'simplified, half width, ? left': { ...SIMPLIFIED, halfWidth: true, lostByte: 'question' },
  'simplified, any lead': { ...SIMPLIFIED, loses: 'any-lead' },
  annotated: ANNOTATED,
  'annotated, ? left': { ...ANNOTATED, lostByte: 'question' },
  'annotated, half width': { ...ANNOTATED, halfWidth: true },
  'annotated, half width, ? left': { ...ANNOTATED, halfWidth: true, lostByte: 'question' },
  'annotated, any lead': { ...ANNOTATED, loses: 'any-lead' },
};

/** The text of each authored page, as lines. */
function goldPages(): string[][] {
  const names = readdirSync(PAGES).filter((name) => name !== 'blind');
  const folders = names.map((name) => join(PAGES, name, 'gold'));
  folders.push(join(benchFolder(), '../genre/gold'), join(benchFolder(), '../seeds/gold'));
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((_, index) => options.half === undefined || index % 2 === Number(options.half))
    .map((path) => {
      const gold: { readonly text?: string } = JSON.parse(readFileSync(path, 'utf8'));
      return (gold.text ?? '').split('\n').filter((line) => line.trim() !== '');
    });
}

interface Counts {
  damaged: number;
  exact: number;
  silent: number;
  changed: number;
  lines: number;
  ends: number;
  endsExact: number;
  endsSilent: number;
}

function measure(
  pages: readonly string[][],
  mirror: Mirror,
  seed: number,
  counts: Counts,
): string[] {
  const next = random(seed);
  const wrong: string[] = [];
  for (const page of pages) {
    const rows = page.flatMap((line) => {
      const loss = next() < Number(options.share) ? damage(line, mirror, next) : null;
      const seen = loss?.line ?? mirrored(line, mirror);
      return seen === null || seen.includes('\n')
        ? []
        : [{ line: mirror.halfWidth ? foldBack(line) : line, seen, loss }];
    });
    if (!rows.some(({ loss }) => loss)) continue;
    const result = repairDamage(textBlocks(rows.map(({ seen }) => seen).join('\n')));
    const byWhere = new Map<string, string>();
    for (const block of result.blocks) {
      const where = block.where.replace(/\.\d+$/, ''); // line:7.2 is the third part of a run of sentences
      byWhere.set(where, (byWhere.get(where) ?? '') + blockText(block));
    }
    for (const [index, { line, seen, loss }] of rows.entries()) {
      const where = `line:${index + 1}`;
      const said = byWhere.get(where);
      const isExact = said !== undefined && same(said, line);
      const isFlagged = result.damagedAt.size + result.guessedAt.size > 0;
      counts.lines += 1;
      if (loss === null) {
        if (
          said !== undefined &&
          !isExact &&
          result.events.some((e) => e.repair === 'gbk-byte-shift' && e.where === where)
        ) {
          counts.changed += 1;
          wrong.push(`CHANGED ${seen}\n        ${said}`);
        }
      } else if (loss.atLineEnd) {
        if (!isExact && !isFlagged && options.only)
          wrong.push(`SILENT-END ${line}\n  seen ${seen}\n   got ${said ?? ''}`);
        counts.ends += 1;
        if (isExact) counts.endsExact += 1;
        else if (!isFlagged) counts.endsSilent += 1;
      } else {
        counts.damaged += 1;
        if (isExact) counts.exact += 1;
        else if (!isFlagged) counts.silent += 1;
        if (!isExact)
          wrong.push(
            `${isFlagged ? '  said' : 'SILENT'} ${line}\n  seen ${seen}\n   got ${said ?? ''}`,
          );
      }
    }
  }
  return wrong;
}

/** The traditional side is converted back only where the page says so; compare without script. */
function same(said: string, line: string): boolean {
  return said.replace(/\s/g, '') === line.replace(/\s/g, '');
}

function foldBack(line: string): string {
  return line.replace(/[\uff01-\uff5e]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}

const pages = goldPages();
process.stdout.write(
  'kind | damaged | exact | said | silent | changed of lines | at line ends: damaged, exact, silent\n',
);
for (const [name, mirror] of Object.entries(KINDS)) {
  if (
    options.only !== undefined &&
    name !== options.only &&
    !(options.only.endsWith('*') && name.startsWith(options.only.slice(0, -1)))
  )
    continue;
  const counts: Counts = {
    damaged: 0,
    exact: 0,
    silent: 0,
    changed: 0,
    lines: 0,
    ends: 0,
    endsExact: 0,
    endsSilent: 0,
  };
  const wrong: string[] = [];
  for (let seed = 1; seed <= Number(options.seeds); seed += 1)
    wrong.push(...measure(pages, mirror, seed, counts));
  const share = (n: number, of = counts.damaged): string => (of === 0 ? '-' : (n / of).toFixed(3));
  process.stdout.write(
    `${name} | ${counts.damaged} | ${share(counts.exact)} | ${share(counts.damaged - counts.exact - counts.silent)} | ${share(counts.silent)} | ${counts.changed} of ${counts.lines} | ${counts.ends}, ${share(counts.endsExact, counts.ends)}, ${share(counts.endsSilent, counts.ends)}\n`,
  );
  for (const line of wrong.slice(0, Number(options.wrong))) process.stdout.write(`${line}\n`);
}
if (options.clean !== undefined) {
  const lines = readFileSync(options.clean, 'utf8').split('\n');
  let changed = 0;
  let flagged = 0;
  for (let at = 0; at < lines.length; at += 40) {
    const result = repairDamage(textBlocks(lines.slice(at, at + 40).join('\n')));
    if (result.damagedAt.size + result.guessedAt.size > 0) flagged += 1;
    for (const event of result.events) {
      if (event.repair !== 'gbk-byte-shift') continue;
      changed += 1;
      process.stdout.write(`${event.before}\n  ${event.after}\n`);
    }
  }
  process.stdout.write(
    `clean lines changed: ${changed} of ${lines.length}; pages flagged: ${flagged} of ${Math.ceil(lines.length / 40)}\n`,
  );
}
