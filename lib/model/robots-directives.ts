/** Whether robots directives forbid to list a page, or to follow its links; `none` is short for both. */
export function forbids(directives: readonly string[], what: 'noindex' | 'nofollow'): boolean {
  return directives.some((directive) => {
    const name = directive.trim().toLowerCase();
    return name === what || name === 'none';
  });
}
