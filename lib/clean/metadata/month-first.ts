import { hostOf } from './host-of.ts';

const AMERICAN_HOST = /\.(?:com|us|gov|edu|org|net|io)$/;

/** 01/02/2020 is January 2 on pages that say they are American, or say plain English on an American host. */
export function isMonthFirst(lang: string, url: string | null): boolean {
  const tag = lang.trim().toLowerCase();
  if (tag === 'en-us' || tag === 'en_us') return true;
  if (tag !== '' && tag !== 'en') return false;
  return AMERICAN_HOST.test(hostOf(url));
}
