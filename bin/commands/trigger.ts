import type { Command } from 'commander';
import { canonicalUrl } from '#lib/model/canonical-url.ts';
import { messageOf, PermanentError, UsageError } from '#lib/model/errors.ts';
import { MAX_REQUEST_URLS } from '#lib/model/trigger-request.ts';
import { type AskTrigger, askTrigger } from '../cli/ask-trigger.ts';
import { withStack } from '../cli/cloud-options.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { type UrlChunk, urlChunks } from '../cli/url-list.ts';

interface TriggerOptions {
  readonly source?: string;
  readonly url?: string[];
  readonly list?: string;
  readonly stack: string;
  readonly json?: boolean;
}

/** Rules for URLs without a source of their own. */
const ADHOC = 'adhoc';
const SHOWN_WRONG = 10;

/** `winnow trigger`: starts a run in the cloud, now. */
export function addTriggerCommand(program: Command, setExit: (code: number) => void): void {
  withStack(
    program
      .command('trigger')
      .description('start a run in the deployed stack and print its id')
      .option(
        '--source <name>',
        'a deployed or pushed source; with URLs: whose rules they are under',
      )
      .option('--url <url...>', 'URLs to fetch, under the rules of sources/adhoc.json')
      .option('--list <file>', 'a file of URLs, one a line, of any length; - for standard input')
      .option('--json', 'print JSON'),
  )
    .addHelpText('after', EXAMPLES)
    .action(async (options: TriggerOptions) => setExit(await trigger(options)));
}

const EXAMPLES = `
Examples:
  winnow trigger --source essays
  winnow trigger --url https://example.org/a/1.html
  winnow trigger --list urls.txt --source essays
  winnow status "$(winnow trigger --list urls.txt)" --stack Winnow --watch`;

async function trigger(options: TriggerOptions): Promise<number> {
  const { source, url, list, stack } = options;
  if (url !== undefined && list !== undefined) throw new UsageError('--url or --list, not both');
  if (source === undefined && url === undefined && list === undefined) {
    throw new UsageError('what is to be fetched? --source NAME, --url URL… or --list FILE');
  }
  for (const one of url ?? []) {
    if (canonicalUrl(one) === null) throw new UsageError(`not a URL that can be fetched: ${one}`);
  }
  const name = source ?? ADHOC;
  if (list !== undefined) {
    return await triggerList(urlChunks(list, MAX_REQUEST_URLS), name, options);
  }
  const ask = await askTrigger(stack);
  const { runId } = await ask({ source: name, ...(url ? { urls: url } : {}) });
  return done(runId, options);
}

/** A chunk a request: the first starts the run, the others add to it. */
async function triggerList(
  chunks: AsyncIterable<UrlChunk>,
  source: string,
  options: Pick<TriggerOptions, 'stack' | 'json'>,
): Promise<number> {
  let ask: AskTrigger | null = null;
  let runId: string | undefined;
  let part = 0;
  let sent = 0;
  const wrong: string[] = [];
  for await (const { urls, wrong: found, more } of chunks) {
    wrong.push(...found);
    if (runId === undefined && urls.length === 0) break;
    ask ??= await askTrigger(options.stack);
    const reply = await ask(
      runId === undefined ? { source, urls, more } : { run: runId, part, urls, more },
    ).catch((error: unknown) => {
      throw runId === undefined ? error : interrupted(runId, sent, error);
    });
    runId ??= reply.runId;
    part += 1;
    sent += urls.length;
  }
  for (const line of wrong.slice(0, SHOWN_WRONG)) process.stderr.write(`${line}\n`);
  if (wrong.length > SHOWN_WRONG) {
    process.stderr.write(`and ${wrong.length - SHOWN_WRONG} more lines that are no URLs\n`);
  }
  if (runId === undefined) throw new UsageError('the list has no URL');
  process.stderr.write(`${sent} URLs sent\n`);
  const code = done(runId, options);
  return wrong.length > 0 ? EXIT.someFailed : code;
}

function interrupted(runId: string, sent: number, error: unknown): PermanentError {
  const why = messageOf(error);
  return new PermanentError(
    `${why}; run ${runId} has the first ${sent} URLs and goes on with those; winnow cancel ${runId} ends it`,
  );
}

function done(
  runId: string | undefined,
  { stack, json }: Pick<TriggerOptions, 'stack' | 'json'>,
): number {
  if (runId === undefined) throw new PermanentError('the trigger answered without a run');
  process.stdout.write(`${json ? JSON.stringify({ runId }) : runId}\n`);
  process.stderr.write(`watch it: winnow status ${runId} --stack ${stack} --watch\n`);
  return EXIT.done;
}
