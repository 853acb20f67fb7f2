import { describe, expect, it } from 'vitest';
import { meetingsWith } from '#lib/clean/content/landmarks.ts';
import { parsePage } from '#lib/clean/dom/parse-page.ts';

describe('meetingsWith', () => {
  const page = parsePage(
    '<div id="a"><div id="b"><p id="c">c</p></div><div id="d"><p id="e">e</p></div></div>',
  );
  const byId = (id: string) => page.elements.find(({ attribs }) => attribs['id'] === id) ?? null;
  const nameAt = (index: number | undefined) => page.elements[index ?? -1]?.attribs['id'];

  it('gives the smallest element that holds both', () => {
    const { meet } = meetingsWith(page.table, byId('c'));

    expect(nameAt(meet[byId('c')?.index ?? 0])).toBe('c');
    expect(nameAt(meet[byId('b')?.index ?? 0])).toBe('b');
    expect(nameAt(meet[byId('e')?.index ?? 0])).toBe('a');
    expect(nameAt(meet[byId('d')?.index ?? 0])).toBe('a');
  });

  it('meets nothing without a landmark', () => {
    const { landmark, meet } = meetingsWith(page.table, null);

    expect(landmark).toBe(-1);
    expect(new Set(meet)).toEqual(new Set([-1]));
  });
});
