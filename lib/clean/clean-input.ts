export type { CharsetDecision, CleanInput, CleanResult, NoDocument } from '#lib/model/cleaning.ts';
