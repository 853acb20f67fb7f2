/** An invariant that does not hold. */
export interface Finding {
  /** Short name of the invariant, as in docs/manifest.md. */
  readonly rule: string;
  /** Key or id it was found at. */
  readonly where: string;
  readonly problem: string;
}
