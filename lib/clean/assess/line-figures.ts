/** Figures over the lines of a text. */
export interface LineFigures {
  readonly lines: number;
  /** Share of lines that end in punctuation. */
  readonly line_punct_ratio: number;
  readonly ellipsis_lines: number;
  readonly bullet_lines: number;
  /** Share of lines that offer more: 展开, 更多, read more. */
  readonly more_lines: number;
  readonly dup_line_frac: number;
  readonly dup_line_char_frac: number;
}

const FINAL = /[.!?。！？…;；:：,，、"'”’」』）)》]$/u;
const ELLIPSIS = /(?:\.\.\.|…)$/;
const BULLET = /^[-*•·●○■□▪▶►◆◇➤★☆]/u;
const MORE = /(?:展开|更多|read ?more|more)$/iu;

export function lineFigures(text: string): LineFigures {
  const lines = text.split('\n').filter((line) => line !== '');
  const seen = new Set<string>();
  let punct = 0;
  let ellipsis = 0;
  let bullets = 0;
  let more = 0;
  let duplicates = 0;
  let duplicateChars = 0;
  for (const line of lines) {
    const end = line.slice(-12);
    if (FINAL.test(end)) punct += 1;
    if (ELLIPSIS.test(end)) ellipsis += 1;
    if (BULLET.test(line)) bullets += 1;
    if (MORE.test(end)) more += 1;
    if (seen.has(line)) {
      duplicates += 1;
      duplicateChars += line.length;
    }
    seen.add(line);
  }
  const share = (part: number): number => (lines.length === 0 ? 0 : part / lines.length);
  return {
    lines: lines.length,
    line_punct_ratio: share(punct),
    ellipsis_lines: share(ellipsis),
    bullet_lines: share(bullets),
    more_lines: share(more),
    dup_line_frac: share(duplicates),
    dup_line_char_frac: text.length === 0 ? 0 : duplicateChars / text.length,
  };
}
