/**
 * Separators between a title and the site's name. A hyphen or underscore counts where blanks or a Han
 * character stand beside it: 2019-2020 and snake_case are words.
 */
const SEPARATOR =
  /\s{0,4}[|｜¦┊«»‹›•∙◄►⋅]\s{0,4}|\s{0,4}(?:--{1,3}|——?)\s{0,4}|\s{1,4}[-–_:·/<>~]{1,2}\s{1,4}|\s{1,4}::\s{1,4}|(?<=[\p{Script=Han}）)】》])\s?[-–_]\s?|\s?[-–_]\s?(?=[\p{Script=Han}（(【《])/gu;

export interface TitlePart {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A title cut at its separators; one part if it has none. Linear. */
export function titleParts(title: string): TitlePart[] {
  const parts: TitlePart[] = [];
  let from = 0;
  const push = (to: number): void => {
    const text = title.slice(from, to).trim();
    if (text !== '') parts.push({ text, from, to });
  };
  for (const match of title.matchAll(SEPARATOR)) {
    push(match.index);
    from = match.index + match[0].length;
  }
  push(title.length);
  return parts;
}

/** Parts of <title> behind the document's but the last, which is the site's. */
export function middleParts(after: string): string[] {
  return titleParts(`-${after}`)
    .map(({ text }) => text)
    .slice(0, -1);
}
