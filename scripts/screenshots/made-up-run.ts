import { estimatedDollars } from '../../lib/model/cost/estimated-dollars.ts';
import { documentId, hostOf } from '../../lib/model/document-id.ts';
import type { RunRecord } from '../../lib/model/run.ts';
import type { RunFigures } from '../../lib/model/run-figures.ts';
import { sourceDefinition } from '../../lib/model/source.ts';
import { figuresOfRun } from '../../lib/report/figures-of-run.ts';
import type { Outcome } from '../../lib/report/outcomes.ts';
import type { ReportInput } from '../../lib/report/report-html.ts';
import { mulberry32 } from '../../samples/mulberry32.ts';
import { endOf, type Mix, mixes } from './made-up-hosts.ts';

const WEEK_MS = 7 * 24 * 3600 * 1000;
const LAST = Date.UTC(2026, 10, 23, 3);
const RUNS = 8;
const TITLES = [
  '秋季田野观察活动总结',
  '在全县教育工作会议上的讲话',
  '关于做好防汛工作的通知',
  '读书活动心得体会',
  '社区图书漂流活动方案',
  '新教师跟岗学习汇报',
  '乡村旅游民宿经营管理手册',
  '写给母校的一封信',
];

/** A source of three made-up hosts, run every week; in the last run one blocks, one drifts, one hides. */
export function madeUpReport(): ReportInput {
  const runs = Array.from({ length: RUNS }, (_, n) => madeRun(n));
  const earlier: RunFigures[] = [];
  for (const { record, outcomes } of runs.slice(0, -1)) {
    earlier.unshift(figuresOfRun(record, outcomes, earlier, estimatedDollars));
  }
  const last = runs.at(-1);
  if (!last) throw new Error('no runs');
  return {
    ...last,
    figures: figuresOfRun(last.record, last.outcomes, earlier, estimatedDollars),
    earlier,
    views: new Map(),
    viewsAt: null,
    location: 'corpus',
    version: '1',
  };
}

function madeRun(n: number): { record: RunRecord; outcomes: Outcome[] } {
  const startedAt = LAST - (RUNS - 1 - n) * WEEK_MS;
  const random = mulberry32(n + 1);
  const outcomes = mixes(n === RUNS - 1).flatMap((mix) =>
    Array.from({ length: mix.pages + n * 6 }, (_, page) => outcomeOf(mix, page, random)),
  );
  const record: RunRecord = {
    schema: 1,
    runId: `01KAMADEVP000000000000RVN${n}`,
    source: sourceDefinition.parse({
      name: 'essays',
      listings: ['https://fanwen.example.com/'],
      politeness: { intervalMs: 1000 },
    }),
    trigger: 'schedule',
    startedAt: new Date(startedAt).toISOString(),
    checkpoint: null,
    completedAt: new Date(startedAt + (11 + n) * 60_000).toISOString(),
    discovered: outcomes.length,
    states: {},
    skipped: { notDue: 0, outOfScope: 40, overBudget: 0, traps: 0, takenDown: 0 },
  };
  return { record, outcomes };
}

function outcomeOf(mix: Mix, page: number, random: () => number): Outcome {
  const url = `https://${mix.host}/zw/${1000 + page}.html`;
  const [, state, reason, status] = endOf(mix, random());
  const isDocument = state === 'published' || state === 'unchanged';
  const chars = Math.round(mix.length * Math.exp((random() + random() + random() - 1.5) * 1.3));
  const at = '2026-11-23T03:00:00.000Z';
  const hasAuthor = random() < mix.authors;
  return {
    id: documentId(url),
    url,
    canonicalUrl: url,
    host: hostOf(url),
    kind: 'page',
    state,
    reason,
    detail: null,
    isDuplicate: isDocument && random() < 0.02,
    fetch: {
      fetchedAt: at,
      status,
      contentType: 'text/html',
      etag: null,
      lastModified: null,
      payloadDigest: null,
      bytes: state === 'unchanged' ? 0 : 20_000 + Math.round(random() * 60_000),
      ms: Math.round(60 * Math.exp(random() * 2.4)),
      raw: null,
      redirectedTo: null,
      robots: [],
      missingSince: null,
      changedAt: null,
      nextDueAt: null,
    },
    content: isDocument
      ? {
          fetchedAt: at,
          cleaner: 1,
          profile: null,
          key: `documents/${page}`,
          sha: url,
          textSha: url,
          previousSha: null,
          title: `${TITLES[page % TITLES.length]}（第${page + 1}号）`,
          site: null,
          author: hasAuthor ? '小禾' : null,
          publishedAt: `2026-${String(1 + (page % 10)).padStart(2, '0')}-1${page % 9}`,
          language: 'zh-Hans',
          chars,
          confidence: 0.8 + random() * 0.18,
          incomplete: random() < 0.05 ? ['preview'] : [],
          repairs: random() < 0.08 ? ['zero-width'] : [],
          charset: 'utf-8 (http)',
          removedShare: Math.min(0.95, 0.25 + random() * 0.4),
          parts: [],
        }
      : null,
  };
}
