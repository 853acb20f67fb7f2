const UNSAFE = /[<>&\u2028\u2029]/g;

/**
 * A value as JSON that can stand inside a script element: no `<` that could end or open one, and none
 * of the line ends JSON allows and older JavaScript does not. Lone surrogates are escaped by JSON itself.
 */
export function embeddedJson(value: unknown): string {
  return JSON.stringify(value).replace(
    UNSAFE,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
