import { byId, commandLine, h } from './dom.ts';
import { embedded, type ReportData, readView, type ViewData, viewIds } from './embedded.ts';
import { startHelp } from './help.ts';
import { startKeys } from './keys.ts';
import { type List, startList } from './list.ts';
import { drawPlots, resizePlots } from './plots.ts';
import { startTheme } from './theme.ts';
import { bar, type OpenView, type ViewWays, viewElement } from './view.ts';

type Row = ReportData['rows'][number];

const report = embedded<ReportData>('report-data');
const alone = embedded<ViewData>('view-data');
const theme = startTheme(() => report && drawPlots(report.charts));
const help = startHelp();
let open: OpenView | null = null;

if (report) startReport(report);
else void startView(alone ?? { previous: null, next: null, up: null });
document.documentElement.dataset['ready'] = 'yes';

function startReport(data: ReportData): void {
  const place = byId('view');
  const main = byId('report');
  let query = '';
  let shownId: string | null = null;
  const list: List = startList(data, (text) => {
    query = text;
    remember();
  });

  /** The address says what is shown, so that it can be sent and found again. */
  function remember(): void {
    const parts = new URLSearchParams();
    if (query.trim() !== '') parts.set('q', query.trim());
    if (shownId !== null) parts.set('doc', shownId);
    const hash = parts.toString();
    if (hash !== location.hash.slice(1)) {
      history.replaceState(null, '', hash === '' ? location.href.split('#')[0] : `#${hash}`);
    }
  }

  function close(): void {
    const id = shownId;
    shownId = null;
    open = null;
    if (place) place.hidden = true;
    if (main) main.inert = false;
    document.body.classList.remove('viewing');
    remember();
    if (id !== null) list.focus(id);
  }

  async function show(row: Row): Promise<void> {
    if (data.viewsAt !== null && !row.hasView) {
      location.assign(`${data.viewsAt}${row.id}`);
      return;
    }
    shownId = row.id;
    const rows = list.shown();
    const at = rows.indexOf(row);
    const go = (to: Row | undefined): (() => void) | null => (to ? () => void show(to) : null);
    const ways: ViewWays = {
      previous: go(rows[at - 1]),
      next: go(rows[at + 1]),
      close,
      place: at < 0 ? '' : `${at + 1} of ${rows.length}`,
    };
    const view = await readView(row.id);
    if (shownId !== row.id || !place) return;
    open = view ? viewElement(view, ways) : null;
    place.replaceChildren(open?.element ?? absent(row, ways, data.location));
    place.hidden = false;
    place.scrollTop = 0;
    if (main) main.inert = true;
    document.body.classList.add('viewing');
    place.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    remember();
    steps = ways;
  }
  let steps: ViewWays | null = null;

  function followAddress(): void {
    const parts = new URLSearchParams(location.hash.slice(1));
    const wanted = parts.get('doc');
    if (parts.has('q') && parts.get('q') !== query.trim()) list.filter(parts.get('q') ?? '');
    const row = wanted === null ? undefined : data.rows.find(({ id }) => id === wanted);
    if (row && row.id !== shownId) void show(row);
    else if (!row && shownId !== null && wanted === null) close();
  }
  byId('rows')?.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.row-link');
    const row = data.rows.find(
      ({ id }) => id === link?.closest<HTMLElement>('.row')?.dataset['id'],
    );
    if (!row || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void show(row);
  });
  window.addEventListener('hashchange', followAddress);
  window.addEventListener('resize', resizePlots);
  followAddress();
  startKeys(() => ({
    ...common(),
    ...(shownId === null
      ? {
          '/': list.focusSearch,
          j: () => list.move(1),
          k: () => list.move(-1),
          Escape: () => list.filter(''),
        }
      : { ...inView(), j: () => steps?.next?.(), k: () => steps?.previous?.(), Escape: close }),
  }));
}

/** A page whose view is not in the file: how to see it. */
function absent(row: Row, ways: ViewWays, location: string | null): HTMLElement {
  const where = location === null ? '' : ` --out ${location}`;
  const text =
    row.chars === undefined
      ? 'This address was not cleaned in this run, so there is no before and after. Its steps:'
      : 'The before and after of this page is not in this file. It is made from the kept response by:';
  const command = row.chars === undefined ? `winnow history ${row.id}` : `winnow view ${row.id}`;
  return h(
    'article',
    { class: 'view-page' },
    bar(ways),
    h(
      'header',
      { class: 'view-head' },
      h('h1', { tabindex: '-1', lang: row.language ?? 'zh' }, row.title ?? row.url),
      h('p', { class: 'url' }, row.url),
      h(
        'p',
        { class: 'facts-line' },
        `${row.state} (${row.reason})${row.detail ? ` · ${row.detail}` : ''}`,
      ),
      h('p', {}, text),
      commandLine(`${command}${where}`),
    ),
  );
}

async function startView(data: ViewData): Promise<void> {
  const place = byId('view');
  const view = await readView(viewIds()[0] ?? '');
  if (!view || !place) return;
  const go = (to: string | null): (() => void) | null =>
    to === null ? null : () => location.assign(to);
  const ways = { previous: go(data.previous), next: go(data.next), close: go(data.up), place: '' };
  open = viewElement(view, ways);
  place.replaceChildren(open.element);
  startKeys(() => ({
    ...common(),
    ...inView(),
    j: () => ways.next?.(),
    k: () => ways.previous?.(),
    Escape: () => ways.close?.(),
  }));
}

function common(): Record<string, () => void> {
  return { t: theme.next, '?': help.toggle };
}

function inView(): Record<string, () => void> {
  return {
    '/': () => open?.focusSearch(),
    n: () => open?.step(1),
    p: () => open?.step(-1),
    m: () => open?.toggleFrame(),
    '1': () => open?.show('before'),
    '2': () => open?.show('both'),
    '3': () => open?.show('after'),
  };
}
