/** Host name of the URL, empty without one. */
export function hostOf(url: string | null): string {
  return (url !== null && URL.parse(url)?.hostname) || '';
}
