import type { Piece } from '#lib/model/page-trace.ts';
import type { PageView } from '../page-view.ts';
import { h } from './dom.ts';
import { REPAIR_WORDS } from './words.ts';

/** Buttons that show and hide the pieces of a reason or a repair; each says how many there are. */
export function reasonChips(view: PageView, panes: HTMLElement): HTMLElement {
  const counts = new Map<string, number>();
  const pieces = view.pages.flatMap(({ before }) => before.flatMap((block) => block.pieces));
  for (const key of pieces.flatMap(keysOf)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const chips = [...counts].sort((a, b) => b[1] - a[1]).map(([key, n]) => chip(key, n, panes));
  return h(
    'div',
    { class: 'chips', role: 'group', 'aria-label': 'Removed and repaired, by reason' },
    ...chips,
  );
}

function keysOf({ reason, repairs = [] }: Piece): string[] {
  return reason ? [`reason:${reason}`] : repairs.map((name) => `repair:${name}`);
}

function chip(key: string, count: number, panes: HTMLElement): HTMLElement {
  const [kind = '', name = ''] = key.split(':');
  const looks = kind === 'reason' ? `reason-${name}` : 'repair';
  const element = h(
    'button',
    {
      type: 'button',
      class: `chip toggle ${looks}`,
      'aria-pressed': 'true',
      title: REPAIR_WORDS[name],
    },
    name,
    ' ',
    h('b', {}, String(count)),
  );
  element.addEventListener('click', () => {
    const isOn = element.getAttribute('aria-pressed') !== 'true';
    element.setAttribute('aria-pressed', String(isOn));
    const selector = kind === 'reason' ? `[data-reason="${name}"]` : `[data-repair~="${name}"]`;
    for (const piece of panes.querySelectorAll<HTMLElement>(selector)) {
      if (kind === 'reason') piece.hidden = !isOn;
      else piece.classList.toggle('plain', !isOn);
    }
    hideEmptyBlocks(panes);
  });
  return element;
}

/** A block of which nothing is shown takes no place. */
function hideEmptyBlocks(panes: HTMLElement): void {
  for (const block of panes.querySelectorAll<HTMLElement>('.block')) {
    block.hidden = block.children.length > 0 && [...block.children].every(isHidden);
  }
}

function isHidden(element: Element): boolean {
  return (
    (element instanceof HTMLElement && element.hidden !== false) || element.className === 'marker'
  );
}
