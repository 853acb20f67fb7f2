import { seam } from './line-seam.ts';
import type { MarkdownLine } from './markdown-line.ts';
import { ENDED, NARROWEST, OPENS, widthOf } from './raw-line.ts';

/** The lines of one paragraph or item, none of them blank. */
export type Paragraph = readonly MarkdownLine[];

/** A line of a paragraph as it is read: lines that a width cut are one. */
export interface Row {
  readonly text: string;
  readonly number: number;
  /** The next row of the paragraph stands below a line break that was meant. */
  readonly breaks: boolean;
}

/** Lines cut at a width it takes to say that a text was, and their share of those that end no paragraph. */
const MIN_CUT = 2;
const MIN_CUT_SHARE = 0.5;
/** Share of the usual width that a line fills if the next one goes on with it. */
const FILLED = 0.5;

/**
 * How the lines of paragraphs go on. Markdown says that the next line always does; but many write a paragraph a line.
 * Null where no width cut them.
 */
export function wrapWidth(paragraphs: Iterable<Paragraph>): number | null {
  let pairs = 0;
  const widths: number[] = [];
  for (const lines of paragraphs) {
    for (const [at, line] of lines.entries()) {
      const next = lines[at + 1];
      if (!next || line.breaks) continue;
      pairs += 1;
      if (isCut(line, next)) widths.push(widthOf(line));
    }
  }
  if (widths.length < MIN_CUT || widths.length < pairs * MIN_CUT_SHARE) return null;
  return widths.sort((a, b) => a - b)[widths.length >> 1] ?? null;
}

function isCut(line: MarkdownLine, next: MarkdownLine): boolean {
  return !ENDED.test(line.text) && !OPENS.test(next.text) && widthOf(line) >= NARROWEST;
}

/** The rows of a paragraph: lines are joined where `width` cut them, and inside a link. */
export function paragraphRows(lines: Paragraph, width: number | null): Row[] {
  const rows: Row[] = [];
  let inLink = false;
  let before: MarkdownLine | undefined;
  for (const line of lines) {
    const last = rows.at(-1);
    const { text, number, breaks } = line;
    const isCut = before && width !== null && !before.breaks && widthOf(before) >= width * FILLED;
    if (last && before && (inLink || isCut)) {
      rows[rows.length - 1] = { ...last, text: last.text + seam(before.text, text) + text, breaks };
    } else rows.push({ text, number, breaks });
    inLink = isLinkOpen(text, inLink);
    before = line;
  }
  return rows;
}

/** Does the line end inside a link's brackets? */
function isLinkOpen(text: string, before: boolean): boolean {
  const address = text.lastIndexOf('](');
  if (address >= 0) return !text.includes(')', address);
  const from = text.lastIndexOf('[');
  return (from >= 0 || before) && !text.includes(']', Math.max(0, from));
}
