import type { Command } from 'commander';
import { type BillLine, bill, total, type Workload } from '#lib/model/cost/bill.ts';
import { fixedCosts } from '#lib/model/cost/fixed-costs.ts';
import { LIST_PRICES } from '#lib/model/cost/list-prices.ts';
import { MEASURED } from '#lib/model/cost/measured-figures.ts';
import { UsageError } from '#lib/model/errors.ts';
import { EXIT } from '../cli/exit-codes.ts';
import { share } from '../cli/number-options.ts';

interface CostOptions {
  readonly pages: string;
  readonly pageKb: string;
  readonly intervalMs: string;
  readonly hosts: string;
  readonly published: string;
  readonly sources: string;
  readonly json?: boolean;
}

const ITEM_WIDTH = 34;
const COLUMN_WIDTH = 13;

/** `winnow cost`: the bill of a crawl on AWS, line by line, before it is begun. */
export function addCostCommand(program: Command, setExit: (code: number) => void): void {
  program
    .command('cost')
    .description('what a crawl costs on AWS, line by line, at list prices')
    .requiredOption('--pages <n>', 'pages to fetch and clean')
    .option('--page-kb <n>', 'size of a page', '100')
    .option('--interval-ms <n>', 'pause between two requests to a host', '1000')
    .option('--hosts <n,n…>', 'hosts fetched side by side, a column each', '1,10,50')
    .option('--published <share>', 'share of the pages that become new documents, 0 to 1', '1')
    .option('--sources <n>', 'sources on a schedule: what the stack costs a month at rest', '1')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  winnow cost --pages 1000000\n  winnow cost --pages 5e6 --page-kb 40 --hosts 20 --published 0.3',
    )
    .action((options: CostOptions) => {
      printCost(options);
      setExit(EXIT.done);
    });
}

function printCost(options: CostOptions): void {
  const work = {
    pages: positive('--pages', options.pages),
    pageBytes: positive('--page-kb', options.pageKb) * 1000,
    intervalMs: atLeastZero('--interval-ms', options.intervalMs),
    publishedShare: share('--published', options.published),
  };
  const hosts = options.hosts.split(',').map((text) => positive('--hosts', text));
  const bills = hosts.map((count): Column => {
    const workload = { ...work, hosts: count };
    const lines = bill(workload);
    return { work: workload, lines, dollars: total(lines) };
  });
  const monthly = fixedCosts(atLeastZero('--sources', options.sources));
  const text = options.json
    ? JSON.stringify({ prices: LIST_PRICES, measured: MEASURED.asOf, bills, monthly })
    : tableOf(bills, monthly, options);
  process.stdout.write(`${text}\n`);
}

interface Column {
  readonly work: Workload;
  readonly lines: readonly BillLine[];
  readonly dollars: number;
}

function tableOf(bills: readonly Column[], monthly: readonly BillLine[], options: CostOptions) {
  const pages = Number(options.pages);
  const row = (item: string, cells: readonly string[]): string =>
    `${item.padEnd(ITEM_WIDTH)}${cells.map((cell) => cell.padStart(COLUMN_WIDTH)).join('')}`;
  const items = bills[0]?.lines ?? [];
  const perMillion = bills.map(({ dollars }) => money((dollars / pages) * 1_000_000));
  return [
    `${count(pages)} pages of ${options.pageKb} KB, ${options.intervalMs} ms between two requests to a host`,
    '',
    row(
      'hosts fetched side by side',
      bills.map(({ work }) => String(work.hosts)),
    ),
    ...items.map(({ item }, at) =>
      row(
        `  ${item}`,
        bills.map(({ lines }) => money(lines[at]?.dollars ?? 0)),
      ),
    ),
    row(
      'sum',
      bills.map(({ dollars }) => money(dollars)),
    ),
    row('for a million pages', perMillion),
    '',
    row(`the stack at rest, ${options.sources} sources, a month`, [money(total(monthly))]),
    ...monthly.map(({ item, dollars }) => row(`  ${item}`, [money(dollars)])),
    '',
    `Dollars; list prices of ${LIST_PRICES.region} as of ${LIST_PRICES.asOf}, no free tier; usage measured ${MEASURED.asOf}.`,
  ].join('\n');
}

function money(dollars: number): string {
  return dollars !== 0 && dollars < 0.01 ? dollars.toFixed(4) : dollars.toFixed(2);
}

function count(number: number): string {
  return number.toLocaleString('en-US');
}

function positive(option: string, text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number) || number <= 0) {
    throw new UsageError(`${option} must be a number above 0: ${text}`);
  }
  return number;
}

function atLeastZero(option: string, text: string): number {
  return text.trim() === '0' ? 0 : positive(option, text);
}
