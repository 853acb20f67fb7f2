/** Longer addresses between angle brackets are none. */
const LONGEST_TAG = 2100;
const AUTOLINK = /^<(https?:\/\/[^\s<>]{1,2000}|[\w.+-]{1,60}@[\w.-]{3,100})>/u;
const LINE_BREAK = /^<br ?\/?>/iu;

/** What stands between angle brackets: an address, or a line break (the address is ''). Null for other tags. */
export function angleBrackets(text: string, at: number): { address: string; to: number } | null {
  const rest = text.slice(at, at + LONGEST_TAG);
  const line = LINE_BREAK.exec(rest)?.[0];
  if (line !== undefined) return { address: '', to: at + line.length };
  const [whole = '', address = ''] = AUTOLINK.exec(rest) ?? [];
  return whole === '' ? null : { address, to: at + whole.length };
}

/** Finds where the code spans of a text end: asked from left to right, it looks at every backtick once. */
export class CodeSpans {
  /** Where the runs of backticks of each length begin, the last first. */
  private readonly runs = new Map<number, number[]>();

  constructor(text: string) {
    if (!text.includes('`')) return;
    for (const { 0: run, index } of text.matchAll(RUN)) {
      const places = this.runs.get(run.length);
      if (places) places.push(index);
      else this.runs.set(run.length, [index]);
    }
    for (const places of this.runs.values()) places.reverse();
  }

  /** The run that closes the code begun by one of this length at `at`; -1 if none does. */
  closing(length: number, at: number): number {
    const places = this.runs.get(length) ?? [];
    while ((places.at(-1) ?? Number.POSITIVE_INFINITY) <= at) places.pop();
    return places.at(-1) ?? -1;
  }
}

const RUN = /`+/gu;
