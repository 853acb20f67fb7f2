/**
 * Prices in nats. Low, so that short runs are found too: what is found is weighed again as words, which
 * see more than single characters (gbk-byte-shift.ts).
 */
export const LOSS = 11;
export const LOSS_EXPECTED = 6.5;
/** The byte that was lost stood before bytes that read as full-width punctuation, or left a '?'. */
export const LOSS_EXPLAINED = 1;
/** It left a '?', but stood before nothing that mirrors replace. */
export const LOSS_MARKED = 9;
export const DANGLING = 2;
export const DANGLING_UNSEEN = 12;
export const PAIR_GONE = 9;
export const WRONG_READING = 14;
export const READING_HOLDS = -4;
export const GUESS = 1;
export const HALF_WIDTH = 4;
export const BROKEN = 12;
export const UNREADABLE = 30;
