import type { PageView } from '../page-view.ts';
import { button, h } from './dom.ts';
import { reasonChips } from './reason-chips.ts';
import { findText, paint } from './text-search.ts';
import { viewHead } from './view-head.ts';
import { reveal, viewPanes } from './view-panes.ts';

export interface ViewWays {
  readonly previous: (() => void) | null;
  readonly next: (() => void) | null;
  readonly close: (() => void) | null;
  /** `3 of 30`. */
  readonly place: string;
}

export interface OpenView {
  readonly element: HTMLElement;
  step(by: number): void;
  focusSearch(): void;
  toggleFrame(): void;
  show(side: 'before' | 'after' | 'both'): void;
}

/** The whole view of a page: bar, head, tools and panes. */
export function viewElement(view: PageView, ways: ViewWays): OpenView {
  const panes = viewPanes(view);
  const search = h('input', {
    type: 'search',
    class: 'find',
    placeholder: 'Search page and document',
    'aria-label': 'Search page and document',
    'aria-keyshortcuts': '/',
  });
  const status = h('span', { class: 'status', role: 'status' });
  let hits: Range[] = [];
  let hit = -1;
  search.addEventListener('input', () => {
    hits = findText(panes.texts, search.value);
    hit = -1;
    paint(hits);
    status.textContent = search.value.trim() === '' ? '' : `${hits.length} found`;
  });
  search.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || hits.length === 0) return;
    hit = (hit + (event.shiftKey ? hits.length - 1 : 1)) % hits.length;
    reveal(hits[hit]?.startContainer.parentElement);
    status.textContent = `${hit + 1} of ${hits.length}`;
  });

  let at = -1;
  const step = (by: number): void => {
    const changes = [...panes.element.querySelectorAll<HTMLElement>('.pieces .change')].filter(
      (change) => change.offsetParent !== null,
    );
    if (changes.length === 0) return;
    at = (at + by + (at < 0 && by < 0 ? 1 : 0) + changes.length) % changes.length;
    reveal(changes[at]);
    status.textContent = `change ${at + 1} of ${changes.length}`;
  };
  const frame = button(
    'Show as built',
    { class: 'plain', 'aria-pressed': 'false', 'aria-keyshortcuts': 'm' },
    toggleFrame,
  );
  function toggleFrame(): void {
    const isOn = panes.toggleFrame();
    frame.setAttribute('aria-pressed', String(isOn));
    frame.textContent = isOn ? 'Show in pieces' : 'Show as built';
  }
  const tabs = (['both', 'before', 'after'] as const).map((side) =>
    button(
      SIDES[side],
      { class: `plain tab tab-${side}`, 'aria-pressed': String(side === 'both') },
      () => show(side),
    ),
  );
  function show(side: 'before' | 'after' | 'both'): void {
    panes.show(side);
    for (const tab of tabs)
      tab.setAttribute('aria-pressed', String(tab.classList.contains(`tab-${side}`)));
  }
  if (matchMedia('(max-width: 50rem)').matches) show('before');

  const element = h(
    'article',
    { class: 'view-page', 'aria-labelledby': 'view-title' },
    bar(ways),
    viewHead(view),
    h(
      'div',
      { class: 'view-tools' },
      h('div', { class: 'tabs', role: 'group', 'aria-label': 'Sides' }, ...tabs),
      button('‹ change', { class: 'plain', 'aria-label': 'Previous change' }, () => step(-1)),
      button('change ›', { class: 'plain', 'aria-label': 'Next change' }, () => step(1)),
      frame,
      search,
      status,
    ),
    reasonChips(view, panes.element),
    panes.element,
  );
  return { element, step, show, toggleFrame, focusSearch: () => search.focus() };
}

const SIDES = { both: 'Side by side', before: 'As fetched', after: 'Document' } as const;

/** The line with the ways to other pages. */
export function bar({ previous, next, close, place }: ViewWays): HTMLElement {
  const way = (text: string, go: (() => void) | null): HTMLElement | null =>
    go && button(text, { class: 'plain' }, go);
  return h(
    'nav',
    { class: 'view-bar', 'aria-label': 'Pages' },
    way('‹ Previous', previous),
    way('Next ›', next),
    h('span', { class: 'place' }, place),
    way('Close', close),
  );
}
