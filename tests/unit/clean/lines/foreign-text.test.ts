import { describe, expect, it } from 'vitest';
import { cleanPage } from '#lib/clean/clean-page.ts';

const PROSE = [
  'When I was nineteen I worked for a summer on the ferries, selling tickets on the lower deck.',
  'The crossing took nine minutes, and a regular passenger used to stand in the same place every morning.',
  'I once asked him whether he ever grew tired of the view, and he said he had never seen it twice.',
];

const cleaned = (lines: readonly string[]) =>
  cleanPage({
    bytes: new TextEncoder().encode(lines.join('\n')),
    contentType: 'text/plain; charset=utf-8',
    url: null,
  }).document;

describe('an extracted text without Chinese', () => {
  it('stays whole where nothing is a frame, and its first line names it', () => {
    const lines = ['A Summer on the Ferries', ...PROSE];

    expect(cleaned(lines).text).toBe(lines.join('\n'));
  });

  it('keeps short lines between its paragraphs', () => {
    const lines = [PROSE[0] ?? '', 'Prices', '$349', 'Quantity', PROSE[1] ?? '', PROSE[2] ?? ''];

    expect(cleaned(lines).text).toBe(lines.join('\n'));
  });

  it('loses what stands below it', () => {
    const text = cleaned([...PROSE, 'Related posts', 'Copyright © 2019 Example', 'Privacy policy']);

    expect(text.text).toBe(PROSE.join('\n'));
  });
});
