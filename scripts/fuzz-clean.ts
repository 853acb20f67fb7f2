/**
 * Cleans mutated pages of the sample site and of tests/golden, one for each seed. A seed always makes the same page.
 *   node scripts/fuzz-clean.ts [--from 0] [--to 1000] [--out FILE]
 * FILE holds the sums so far and the seed to go on from; a run with the same FILE resumes there.
 * Prints pages, throws and the slowest page; exits with 1 if a page threw.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { cleanPage } from '../lib/clean/clean-page.ts';
import { mulberry32 } from '../samples/mulberry32.ts';
import { samplePayload, sampleSite } from '../samples/sample-site.ts';

interface Page {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
}

interface Sums {
  next: number;
  pages: number;
  throws: { seed: number; name: string; message: string }[];
  slowest: { seed: number; name: string; ms: number };
}

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const GOLDEN = join(ROOT, 'tests/golden/pages');
const ORIGIN = 'http://127.0.0.1:8080';
const SAVE_EVERY = 500;
/** A mutated page stays of a size that a page has. */
const MAX_BYTES = 1_000_000;
/** Bytes that mean something to a parser, a decoder or a rule. */
const TOKENS = [
  ...['<', '>', '</', '<!--', '-->', '<![CDATA[', ']]>', '&', '&#0;', '&#x110000;', '"', "'", '\0'],
  ...[
    '<p>',
    '</p>',
    '<div class="comment">',
    '</div>',
    '<table>',
    '<td>',
    '<li>',
    '<a href="?',
    '<br>',
  ],
  ...[
    '<script>',
    '<style>',
    '<svg>',
    '<math>',
    '<pre>',
    '<template>',
    '<select>',
    '<title>',
    '<h1>',
  ],
  ...[
    '第1页',
    '1、',
    '2020-01-01',
    '作者：',
    '\ufeff',
    '\u200b',
    '\ufffd',
    '（',
    '】',
    '\t',
    '\n',
    '$',
    '`',
  ],
].map((token) => Buffer.from(token));

const { values: options } = parseArgs({
  options: {
    from: { type: 'string', default: '0' },
    to: { type: 'string', default: '1000' },
    out: { type: 'string' },
  },
});
const pages = [...samplePages(), ...goldenPages()];
const sums = readSums();
const to = Number(options.to);

for (let seed = sums.next; seed < to; seed += 1) {
  const random = randomOf(seed);
  const page = pages[random(pages.length)];
  if (page) clean({ ...page, bytes: mutated(page.bytes, random) }, seed);
  sums.next = seed + 1;
  if (sums.next % SAVE_EVERY === 0) save();
}
save();
console.log(JSON.stringify(sums, null, 2));
process.exitCode = sums.throws.length === 0 ? 0 : 1;

function clean({ name, bytes, contentType }: Page, seed: number): void {
  const start = process.cpuUsage();
  try {
    cleanPage({ bytes, contentType, url: `${ORIGIN}/${name}` });
  } catch (error) {
    sums.throws.push({ seed, name, message: String(error instanceof Error ? error.stack : error) });
  }
  const { user, system } = process.cpuUsage(start); // of the processor: the machine may be busy
  const ms = Math.round((user + system) / 1000);
  if (ms > sums.slowest.ms) sums.slowest = { seed, name, ms };
  sums.pages += 1;
}

/** One to eight changes: bytes overwritten, pieces removed, doubled, moved, repeated, tokens put in, the end cut off. */
function mutated(source: Uint8Array, random: (below: number) => number): Uint8Array {
  let bytes: Uint8Array = source;
  for (let change = random(8); change >= 0; change -= 1) {
    const at = random(bytes.length + 1);
    const end = Math.min(bytes.length, at + random(1 << (1 + random(12))));
    const before = bytes.subarray(0, at);
    const piece = bytes.subarray(at, end);
    const after = bytes.subarray(end);
    const token = TOKENS[random(TOKENS.length)] ?? before;
    const noise = Uint8Array.from(piece, () => random(256));
    const forms = [
      [before, after],
      [before, piece, piece, after],
      [after, piece, before],
      [before, noise, after],
      [before, token, piece, after],
      [before, ...Array.from({ length: random(2000) }, () => token), after],
      [before, ...Array.from({ length: random(200) }, () => piece), after],
      [before, piece],
    ];
    bytes = Buffer.concat(forms[random(forms.length)] ?? [bytes]).subarray(0, MAX_BYTES);
  }
  return bytes;
}

function randomOf(seed: number): (below: number) => number {
  const next = mulberry32(Math.imul(seed + 1, 0x9e37_79b9));
  return (below) => Math.floor(next() * below);
}

function samplePages(): Page[] {
  return Object.entries(sampleSite()).map(([name, page]) => {
    const payload = samplePayload(page, ORIGIN);
    const bytes = page.gzip === 'file' ? gunzipSync(payload) : payload;
    return { name, bytes, contentType: page.headers['Content-Type'] ?? null };
  });
}

function goldenPages(): Page[] {
  return readdirSync(GOLDEN).flatMap((folder) =>
    readdirSync(join(GOLDEN, folder))
      .filter((file) => file.startsWith('source.'))
      .map((file) => ({
        name: folder,
        bytes: readFileSync(join(GOLDEN, folder, file)),
        contentType: file.endsWith('.txt') ? 'text/plain; charset=utf-8' : 'text/html',
      })),
  );
}

function readSums(): Sums {
  const empty: Sums = {
    next: Number(options.from),
    pages: 0,
    throws: [],
    slowest: { seed: -1, name: '', ms: 0 },
  };
  if (options.out === undefined || !existsSync(options.out)) return empty;
  return { ...empty, ...JSON.parse(readFileSync(options.out, 'utf8')) };
}

function save(): void {
  if (options.out !== undefined) writeFileSync(options.out, JSON.stringify(sums));
}
