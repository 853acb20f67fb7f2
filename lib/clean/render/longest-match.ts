/** Length of the longest match of a global pattern, 0 without one. Arguments of Math.max would overflow the stack. */
export function longestMatch(text: string, pattern: RegExp): number {
  let longest = 0;
  for (const run of text.match(pattern) ?? []) longest = Math.max(longest, run.length);
  return longest;
}
