import type { Span } from '../block.ts';

/** [借条](/ws/tj/) as extractors that write Markdown leave it; an address holds no blank. */
const LINK = /(?<!!)\[([^[\]\n]{1,60})\]\(((?:https?:\/\/|\/|\.{1,2}\/|#)[^\s()]{0,300})\)/gu;
const ABSOLUTE = /^https?:/u;
/** So much text beside its links makes a line a sentence with links, not an entry of a list. */
const LEAST_TEXT = 24;

/**
 * The spans of a line of text: a link inside a sentence is its words, as on a page. Lines of nothing but links stay as
 * they are: what they are is told by it.
 */
export function inlineLinks(text: string): Span[] {
  const plain: Span[] = [{ text, marks: [] }];
  if (!text.includes('](')) return plain;
  const links = [...text.matchAll(LINK)];
  const linked = links.reduce((sum, { 0: link }) => sum + link.length, 0);
  if (links.length === 0 || text.length - linked < LEAST_TEXT) return plain;
  const spans: Span[] = [];
  let at = 0;
  for (const { 0: link, 1: words = '', 2: href = '', index } of links) {
    if (index > at) spans.push({ text: text.slice(at, index), marks: [] });
    spans.push({ text: words, marks: [], ...(ABSOLUTE.test(href) ? { href } : {}) });
    at = index + link.length;
  }
  if (at < text.length) spans.push({ text: text.slice(at), marks: [] });
  return spans;
}
