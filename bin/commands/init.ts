import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { UsageError } from '#lib/model/errors.ts';
import { sourceDefinition } from '#lib/model/source.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { fileExists } from '../cli/file-exists.ts';
import { lookAtSite, type SiteLook } from '../cli/look-at-site.ts';
import { proposedSource } from '../cli/proposed-source.ts';
import { siteReader } from '../cli/site-reader.ts';
import { statusLine } from '../cli/status-line.ts';
import { styled } from '../cli/styled.ts';

interface InitOptions {
  readonly name?: string;
  readonly to?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly contact?: string;
  readonly allowPrivate?: boolean;
  readonly intervalMs: string;
  readonly json?: boolean;
}

const SHOWN_TEXT = 60;
const WHITE_SPACE = /\s+/g;

/** `winnow init`: a source definition for a site, made by looking at it. */
export function addInitCommand(program: Command, setExit: (code: number) => void): void {
  program
    .command('init')
    .description('look at a site and write a source definition for it')
    .argument('<url>', 'its front page, or better a page that lists documents')
    .option('--name <name>', 'name of the source (default: from the host)')
    .option('--to <file>', 'where it is written (default: sources/NAME.json)')
    .option('--force', 'write over a file that is there')
    .option('--dry-run', 'show it and write nothing')
    .option('--contact <address>', 'your mail or URL, sent to the site (or WINNOW_CONTACT)')
    .option('--allow-private', 'let the URL point to a private address')
    .option('--interval-ms <n>', 'pause between two requests', '1000')
    .option('--json', 'print what was found and the definition as JSON')
    .addHelpText(
      'after',
      `
It obeys robots.txt and asks some twenty pages at most.

Examples:
  winnow init https://example.org/essays/ --contact you@example.org
  winnow init https://example.org/ --name essays --dry-run`,
    )
    .action(async (url: string, options: InitOptions) => setExit(await init(url, options)));
}

async function init(url: string, options: InitOptions): Promise<number> {
  const start = canonicalUrl(url);
  if (start === null) throw new UsageError(`not a URL that can be fetched: ${url}`);
  const intervalMs = Number(options.intervalMs);
  if (!Number.isInteger(intervalMs) || intervalMs < 0) {
    throw new UsageError(`--interval-ms must be a whole number from 0: ${options.intervalMs}`);
  }
  const look = await lookAt(start, options, intervalMs);
  const proposed = proposedSource(look, options.name);
  const parsed = sourceDefinition.safeParse(proposed);
  if (!parsed.success) throw new UsageError(`--name: ${parsed.error.issues[0]?.message}`);
  const file = options.to ?? `sources/${proposed.name}.json`;
  const text = `${JSON.stringify(proposed, null, 2)}\n`;
  if (options.dryRun !== true) await writeNew(file, text, options.force ?? false);
  if (options.json) {
    const samples = look.samples.map(({ url: at, result }) => ({ ...result.document, url: at }));
    const written = options.dryRun ? null : file;
    process.stdout.write(`${JSON.stringify({ ...look, samples, source: proposed, written })}\n`);
  } else {
    process.stdout.write(
      `${found(look)}
${options.dryRun ? text : written(file, look, options)}`,
    );
  }
  return look.samples.length > 0 ? EXIT.done : EXIT.someFailed;
}

async function lookAt(url: string, options: InitOptions, intervalMs: number): Promise<SiteLook> {
  const { contact, allowPrivate } = options;
  const reader = siteReader({
    ...(contact === undefined ? {} : { contact }),
    ...(allowPrivate === undefined ? {} : { allowPrivate }),
    intervalMs,
  });
  const status = statusLine(process.stderr);
  try {
    return await lookAtSite(reader, url, status.show);
  } finally {
    status.clear();
    await reader.close();
  }
}

async function writeNew(file: string, text: string, force: boolean): Promise<void> {
  if (!force && (await fileExists(file)))
    throw new UsageError(`${file} is there already: --force writes over it`);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`cannot write ${file}: ${error.code ?? error.message}`);
  });
}

/** What was found, for a person. */
function found({ sitemaps, feeds, listing, charset, shape, samples, notes }: SiteLook): string {
  const list = (all: SiteLook['sitemaps']): string =>
    all.length === 0
      ? 'none'
      : all.map(({ url, count }) => `${url} (${count} addresses)`).join(', ');
  const further = listing?.further.length ?? 0;
  const lines = [
    ['sitemap', list(sitemaps)],
    ['feed', list(feeds)],
    ['listing', listing ? `${listing.links} links` : 'no: the page leads to no other'],
    [
      'pagination',
      further > 0 ? `${further} further pages, such as ${listing?.further[0]}` : 'none',
    ],
    ['charset', charset],
    ['addresses', shape ? `${shape.urls.length} like ${shape.pattern}` : 'no shape gave documents'],
  ].map(([name = '', value = '']) => `  ${name.padEnd(11)} ${value}`);
  const shown = samples.flatMap(({ url, result: { document } }) => {
    const begin = document.text.replaceAll(WHITE_SPACE, ' ').slice(0, SHOWN_TEXT);
    const date = document.publishedAt?.slice(0, 10) ?? 'no date';
    return [
      `  ${styled('bold', document.title || '(untitled)')}`,
      `    ${url}`,
      `    ${date}, ${document.author ?? 'no author'}, ${document.quality.chars} characters: ${begin}…`,
    ];
  });
  const none = '  none: give the address of a page that lists documents';
  return [
    'Found:',
    ...lines,
    `\nSample documents (${samples.length}):`,
    ...(shown.length > 0 ? shown : [none]),
    ...(notes.length > 0 ? ['\nNot there:', ...notes.map((note) => `  ${note}`)] : []),
  ].join('\n');
}

function written(
  file: string,
  { samples }: SiteLook,
  { contact, allowPrivate }: InitOptions,
): string {
  const name = file.startsWith('sources/') ? file.slice(8, -5) : file;
  const next =
    samples.length > 0
      ? 'Next:'
      : 'It led to no document: correct it by hand (docs/sources.md), then:';
  const more = [contact ? ` --contact ${contact}` : '', allowPrivate ? ' --allow-private' : ''];
  return `
wrote ${file}
${next}
  winnow run ${name} --max-pages 50${more.join('')}
  winnow report --serve
`;
}
