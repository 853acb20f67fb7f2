/**
 * Report: a run, its outcomes and the runs before it in, one HTML page out. Pure; the page holds all
 * its data and asks for nothing.
 */
import type { RunRecord } from '#lib/model/run.ts';
import type { RunFigures } from '#lib/model/run-figures.ts';
import { chartsOf } from './charts.ts';
import { funnel } from './funnel.ts';
import { changesSection } from './html/changes-section.ts';
import { chartsSection } from './html/charts-section.ts';
import { documentShell } from './html/document-shell.ts';
import { dateTime } from './html/format.ts';
import { funnelSection } from './html/funnel-section.ts';
import { headlineSection } from './html/headline-section.ts';
import { hostsSection } from './html/hosts-section.ts';
import { html } from './html/html.ts';
import { listSection } from './html/list-section.ts';
import { masthead } from './html/masthead.ts';
import { viewElement } from './html/view-element.ts';
import { warningsSection } from './html/warnings-section.ts';
import { isDocument, type Outcome } from './outcomes.ts';
import { type ReportRow, reportRow } from './report-rows.ts';
import { isLost, runChanges } from './run-changes.ts';
import { warningsOfRun } from './warnings-of-run.ts';

export interface ReportInput {
  readonly record: RunRecord;
  readonly figures: RunFigures;
  readonly outcomes: readonly Outcome[];
  /** Complete runs of the source before this one, latest first. */
  readonly earlier: readonly RunFigures[];
  /** Before-and-after views that the file holds, packed: id → view. */
  readonly views: ReadonlyMap<string, string>;
  /** Where views of other documents are served, `/view/`; null: the page is a file. */
  readonly viewsAt: string | null;
  /** The store as the command line names it, for commands to copy. */
  readonly location: string | null;
  readonly version: string;
}

/** More are not listed: a page of this many opens in under two seconds. */
const MAX_ROWS = 5000;

/** The report of a run as one HTML page. */
export function reportHtml(input: ReportInput): string {
  const { record, figures, outcomes, earlier, views, viewsAt, location, version } = input;
  const runs = [figures, ...earlier];
  const rows = listedRows(input);
  const charts = chartsOf(outcomes, runs);
  const changes = runChanges(outcomes, figures, earlier[0] ?? null);
  const warnings = warningsOfRun(record, figures, earlier);
  const title = `${record.source.name}, ${dateTime(record.startedAt)}`;
  return documentShell({
    title: `${title} – Winnow`,
    body: html`<a class="skip" href="#list">Skip to the addresses</a>
${masthead('Run report')}
<main id="report">
${headlineSection(record, figures.total)}
${warningsSection(warnings, earlier.length)}
${funnelSection(funnel(figures.total))}
${changesSection(changes, figures.total)}
${hostsSection(record.source.name, runs)}
${chartsSection(charts)}
${listSection(rows.length, outcomes.length)}
</main>
<footer class="colophon"><p>Made by Winnow, cleaner version ${version}. Figures, thresholds and what they mean: docs/report.md. This page loads nothing and runs no script of the pages it shows.</p></footer>
${viewElement(false)}`,
    data: {
      'report-data': { rows, charts, viewsAt, location, shown: 'report' },
      'report-views': Object.fromEntries(views),
    },
  });
}

/** Rows of the list; of more than it holds, ordinary documents give way first. */
function listedRows({ outcomes, views, figures }: ReportInput): ReportRow[] {
  const chosen = outcomes.length > MAX_ROWS ? mostTelling(outcomes) : outcomes;
  return chosen.map((outcome) => ({
    ...reportRow(outcome, {
      hasView: views.has(outcome.id),
      shortBelow: figures.hosts[outcome.host]?.shortBelow ?? 0,
    }),
    ...(isLost(outcome) ? { isLost: true as const } : {}),
  }));
}

function mostTelling(outcomes: readonly Outcome[]): Outcome[] {
  const ranked = outcomes.map((outcome, index) => ({ outcome, index, rank: dullness(outcome) }));
  ranked.sort((a, b) => a.rank - b.rank || a.index - b.index);
  const kept = ranked.slice(0, MAX_ROWS).sort((a, b) => a.index - b.index);
  return kept.map(({ outcome }) => outcome);
}

function dullness(outcome: Outcome): number {
  if (outcome.state === 'failed') return 0;
  if (!isDocument(outcome)) return outcome.state === 'no-document' ? 2 : 3;
  if (outcome.content?.incomplete.length) return 1;
  return outcome.state === 'published' ? 2 : 4;
}
