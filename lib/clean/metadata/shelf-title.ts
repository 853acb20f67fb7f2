import { wordKey } from './fold.ts';
import type { PageFrame } from './page-frame.ts';
import { isLeafName } from './path-names.ts';
import type { SeenTitle } from './seen-title.ts';
import type { Found } from './title.ts';

/**
 * What the reader sees as the title: what <title> has in it, unless that is a shelf that the page's path leads through, as
 * 家长通告 of 主页 > 家长通告 > 2008年度, and a line that stands as titles do is `byPlace`.
 */
export function titleOrPlace(
  seen: SeenTitle | null,
  frame: PageFrame,
  byPlace: () => Found | null,
): Found | null {
  if (!seen) return byPlace();
  return seen.origin === 'line' && leadsThrough(frame, wordKey(seen.value))
    ? (byPlace() ?? seen)
    : seen;
}

function leadsThrough({ head }: PageFrame, key: string): boolean {
  return head.some(({ path, kept }) => {
    if (kept || !path?.strong) return false;
    const names = [...path.names];
    while (names.length > 0 && isLeafName(names.at(-1) ?? '')) names.pop();
    return names.slice(0, -1).some((name) => wordKey(name) === key);
  });
}
