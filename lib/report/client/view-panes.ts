import type { PageView } from '../page-view.ts';
import { afterPane } from './after-pane.ts';
import { beforePane } from './before-pane.ts';
import { h } from './dom.ts';
import { pageFrame } from './page-frame.ts';

export interface Panes {
  readonly element: HTMLElement;
  /** Elements whose text can be searched. */
  readonly texts: readonly HTMLElement[];
  /** Shows the page in pieces or as it was built. */
  toggleFrame(): boolean;
  /** On a phone one pane is shown at a time. */
  show(side: 'before' | 'after' | 'both'): void;
}

/** The page as fetched beside its document; clicking a passage shows its place on the other side. */
export function viewPanes(view: PageView): Panes {
  const { pages, language } = view;
  const lang = language ?? 'zh';
  const pieces = h('div', { class: 'pieces', lang });
  const frames = h('div', { class: 'frames', hidden: true });
  const text = h('div', { class: 'text', lang });
  pages.forEach(({ before, after, html, url }, index) => {
    const head =
      pages.length > 1
        ? h('p', { class: 'page-head' }, `Page ${index + 1} of ${pages.length}: ${url ?? ''}`)
        : null;
    pieces.append(h('section', { 'data-page': index }, head, ...beforePane(before)));
    text.append(h('section', { 'data-page': index }, ...afterPane(after)));
    if (html === null)
      frames.append(h('p', { class: 'note' }, 'This page is text, or too long to be built again.'));
  });
  if (text.textContent === '')
    text.append(h('p', { class: 'note' }, 'No document: nothing of the page was kept.'));
  const before = pane('before', 'As fetched', pieces, frames);
  const after = pane('after', 'Document', text);
  const element = h('div', { class: 'panes both' }, before, after);
  link(pieces, text);
  return {
    element,
    texts: [pieces, text],
    toggleFrame() {
      if (frames.querySelector('iframe') === null) {
        for (const { html } of pages) if (html !== null) frames.append(pageFrame(html, language));
      }
      frames.hidden = !frames.hidden;
      pieces.hidden = !frames.hidden;
      return !frames.hidden;
    },
    show(side) {
      element.className = `panes ${side}`;
    },
  };
}

function pane(name: string, title: string, ...content: HTMLElement[]): HTMLElement {
  return h(
    'section',
    { class: `pane ${name}`, 'aria-labelledby': `${name}-title` },
    h('h2', { id: `${name}-title` }, title),
    h(
      'div',
      { class: 'pane-body', tabindex: '0', role: 'region', 'aria-labelledby': `${name}-title` },
      ...content,
    ),
  );
}

function link(pieces: HTMLElement, text: HTMLElement): void {
  pieces.addEventListener('click', (event) => {
    const block = (event.target as Element).closest<HTMLElement>('.block');
    const page = block?.closest<HTMLElement>('[data-page]')?.dataset['page'];
    const index = Number(block?.dataset['block'] ?? Number.NaN);
    const candidates = [...text.querySelectorAll<HTMLElement>(`[data-page="${page}"] [data-from]`)];
    reveal(candidates.findLast(({ dataset }) => Number(dataset['from']) <= index) ?? candidates[0]);
  });
  text.addEventListener('click', (event) => {
    const place = (event.target as Element).closest<HTMLElement>('[data-from]');
    const page = place?.closest<HTMLElement>('[data-page]')?.dataset['page'];
    reveal(pieces.querySelector(`[data-page="${page}"] [data-block="${place?.dataset['from']}"]`));
  });
}

/** Brings an element into sight and marks it for a moment. */
export function reveal(element: Element | null | undefined): void {
  if (!element) return;
  element.scrollIntoView({ block: 'center' });
  element.classList.remove('flash');
  void (element as HTMLElement).offsetWidth; // starts the animation again
  element.classList.add('flash');
}
