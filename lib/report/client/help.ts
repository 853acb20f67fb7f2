import { button, byId, h } from './dom.ts';

const KEYS: readonly (readonly [string, string])[] = [
  ['/', 'search'],
  ['j  k', 'next and previous page, or row of the list'],
  ['Enter', 'open the row; in a search: next hit'],
  ['n  p', 'next and previous change of the page'],
  ['1  2  3', 'as fetched, side by side, document'],
  ['m', 'the page in pieces or as it was built'],
  ['t', 'theme: auto, light, dark'],
  ['Esc', 'leave the search; then clear it, or close the view'],
  ['?', 'these keys'],
];

/** The dialog with the keys. */
export function startHelp(): { toggle(): void } {
  const dialog = byId('help') as HTMLDialogElement | null;
  dialog?.append(
    h('h2', { id: 'help-title' }, 'Keys'),
    h(
      'dl',
      {},
      ...KEYS.map(([key, what]) =>
        h(
          'div',
          {},
          h('dt', {}, ...key.split('  ').map((one) => h('kbd', {}, one))),
          h('dd', {}, what),
        ),
      ),
    ),
    button('Close', {}, () => dialog.close()),
  );
  const toggle = (): void => {
    if (dialog?.open) dialog.close();
    else dialog?.showModal();
  };
  byId('help-button')?.addEventListener('click', toggle);
  return { toggle };
}
