/** An invariant that does not hold. */
export interface Finding {
  /** Short name of the invariant, as in docs/manifest.md. */
  readonly rule: string;
  /** Key or id it was found at. */
  readonly where: string;
  readonly problem: string;
}

/** What is wrong, said of the key: messages of readers begin with it. */
export function withoutKey(key: string, { message }: Error): string {
  return message.startsWith(key) ? message.slice(key.length).replace(SEPARATOR, '') : message;
}

const SEPARATOR = /^:? /;
