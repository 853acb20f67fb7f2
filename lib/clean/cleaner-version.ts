/** Raised when the same bytes may give another document; `reclean` finds what older code cleaned. */
export const CLEANER_VERSION = 1;
