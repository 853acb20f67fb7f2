import { codeFence, type MarkdownLine } from './markdown-line.ts';

/** Lines of code, and the line behind them. */
interface CodeLines {
  readonly lines: readonly MarkdownLine[];
  readonly language: string | null;
  readonly to: number;
}

/** Columns that make code of a line. */
const INDENT = 4;
/** What code is full of and prose is not. */
const SIGN = /[{}();=<>$"'`\\]|^[\w./-]+$/u;
const SENTENCE = /[，。；！？]/u;

/** Finds the code in a text that is Markdown; what it looked through in vain it does not look through again. */
export class CodeReader {
  private readonly lines: readonly MarkdownLine[];
  /** Length of the shortest fence of each mark that nothing below closes. */
  private readonly unclosed = new Map<string, number>();
  /** Indented lines above this one are text. */
  private textTo = 0;

  constructor(lines: readonly MarkdownLine[]) {
    this.lines = lines;
  }

  /** The code between the fence at a line and the next that closes it; null where none does, or there is no fence. */
  fenced(at: number): CodeLines | null {
    const opening = this.lines[at];
    const fence = opening ? codeFence(opening.text) : null;
    if (!opening || !fence) return null;
    const to = this.closing(fence.mark, at + 1);
    if (to < 0) return null;
    const code = this.lines.slice(at + 1, to).map((line) => dedented(line, opening.indent));
    return {
      lines: code.length > 0 ? code : [{ ...opening, raw: '' }],
      language: fence.language === '' ? null : fence.language,
      to: to + 1,
    };
  }

  private closing(mark: string, from: number): number {
    const char = mark.charAt(0);
    if (mark.length >= (this.unclosed.get(char) ?? Number.POSITIVE_INFINITY)) return -1;
    for (let to = from; to < this.lines.length; to += 1) {
      const text = this.lines[to]?.text ?? '';
      if (text.startsWith(mark) && text === char.repeat(text.length)) return to;
    }
    this.unclosed.set(char, mark.length);
    return -1;
  }

  /** The code that its indent alone tells, from a line on; null where the lines are text that somebody indented. */
  indented(at: number): CodeLines | null {
    if (at < this.textTo || (this.lines[at]?.indent ?? 0) < INDENT) return null;
    let to = at;
    let last = at;
    for (; to < this.lines.length; to += 1) {
      const line = this.lines[to];
      if (!line || (line.text !== '' && line.indent < INDENT)) break;
      if (line.text !== '') last = to;
    }
    const code = this.lines.slice(at, last + 1);
    const said = code.filter(({ text }) => text !== '');
    const signs = said.filter(({ text }) => SIGN.test(text) && !SENTENCE.test(text));
    if (signs.length * 2 <= said.length) {
      this.textTo = to;
      return null;
    }
    return { lines: code.map((line) => dedented(line, INDENT)), language: null, to: last + 1 };
  }
}

function dedented(line: MarkdownLine, columns: number): MarkdownLine {
  const own = Math.min(columns, line.raw.length - line.raw.trimStart().length);
  return own > 0 ? { ...line, raw: line.raw.slice(own) } : line;
}
