/**
 * When a run is told to have gone wrong. A warning needs a difference that chance does not make and
 * that is large enough to act on. docs/report.md says them in words.
 */

/** Of fewer pages a share says nothing: the alarms of the stack count from here too (lib/cloud/run-shares.ts). */
export const ENOUGH = 20;

/** New documents of a host that are enough to judge its template by. */
export const ENOUGH_NEW = 10;

/**
 * Standard errors between two shares (two-proportion z-test, Fleiss, Levin and Paik 2003, section 3.1): p = 0.001. Some
 * forty comparisons are made a run, so chance alone warns about once in 25 runs.
 */
export const CHANCE_Z = 3.29;

/** Yield: so many points less than before. A run of the same site moves by two or three. */
export const YIELD_DROP = 0.1;

/** By definition one document in ten is shorter than the tenth percentile: three times that is not the same site. */
export const SHORT_SHARE = 0.3;

/** Share of a host's answers that refuse us, and how many they must be. */
export const REFUSED_SHARE = 0.2;
export const REFUSED_ANSWERS = 5;

/** A field that so many points fewer of the new documents have was moved by the site. */
export const FIELD_DROP = 0.4;

/** Shares of 0..1 whose median moved this far: what surrounds the documents is not what it was. */
export const REMOVED_SHIFT = 0.2;
export const CONFIDENCE_DROP = 0.15;

/** Half of the new documents share their titles: the title is the site's. */
export const SAME_TITLES = 0.5;

/** Documents do not all change at once; pages around them do. */
export const CHANGED_SHARE = 0.5;

/** Complete runs of the source that a run is held against. */
export const BASELINE_RUNS = 5;
