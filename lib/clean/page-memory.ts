/** Texts a function remembers at most: a bound for callers that never forget, and for pages made to hurt. */
const MOST_TEXTS = 5000;
/** A longer text is asked about once, and is dear to remember. */
const LONGEST_TEXT = 400;

const memories: Map<string, unknown>[] = [];

/**
 * `read`, a pure function of a text, answering from memory what it was asked before on the same page: a dozen rules ask
 * the same of the same lines. Answers are shared: nobody may change them.
 */
export function rememberingPage<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  memories.push(known);
  return (text) => {
    if (text.length > LONGEST_TEXT) return read(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = read(text);
    if (known.size >= MOST_TEXTS) known.clear();
    known.set(text, answer);
    return answer;
  };
}

/** Called when a page is done: its lines must not outlive it, each may hold the whole page in memory. */
export function forgetPage(): void {
  for (const known of memories) known.clear();
}
