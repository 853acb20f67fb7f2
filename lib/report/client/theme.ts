import { byId } from './dom.ts';

const THEMES = ['auto', 'light', 'dark'] as const;
const KEY = 'winnow-theme';

/** Follows the system until the reader chooses; the choice is kept where the browser lets us. */
export function startTheme(onChange: () => void): { next(): void } {
  let at = (THEMES as readonly (string | null)[]).indexOf(stored());
  const show = (): void => {
    const theme = THEMES[at] ?? 'auto';
    document.documentElement.dataset['theme'] = theme;
    const label = byId('theme-button');
    if (label) label.textContent = `Theme: ${theme}`;
    onChange();
  };
  const next = (): void => {
    at = (at + 1) % THEMES.length;
    try {
      localStorage.setItem(KEY, THEMES[at] ?? 'auto');
    } catch {
      // a page of a file may have no storage: the choice lasts as long as the page
    }
    show();
  };
  if (at < 0) at = 0;
  byId('theme-button')?.addEventListener('click', next);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', onChange);
  show();
  return { next };
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
