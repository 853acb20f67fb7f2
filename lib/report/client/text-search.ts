/** Finds words in elements and paints them without touching the elements (CSS Custom Highlight API). */

const NAME = 'found';
const MAX_HITS = 2000;

/** Ranges of `words` inside the elements, in order. */
export function findText(places: readonly Element[], words: string): Range[] {
  const wanted = words.trim().toLowerCase();
  const found: Range[] = [];
  if (wanted === '') return found;
  for (const place of places) {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node && found.length < MAX_HITS; node = walker.nextNode()) {
      const text = (node.textContent ?? '').toLowerCase();
      for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, Math.min(at + wanted.length, node.textContent?.length ?? 0));
        found.push(range);
      }
    }
  }
  return found;
}

export function paint(ranges: readonly Range[]): void {
  if (typeof Highlight === 'undefined') return; // an old browser: the count still tells
  if (ranges.length === 0) CSS.highlights.delete(NAME);
  else CSS.highlights.set(NAME, new Highlight(...ranges));
}
