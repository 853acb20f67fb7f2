import { UsageError } from '#lib/model/errors.ts';

/** @throws UsageError naming the option */
export function wholeNumber(option: string, text: string): number {
  const number = Number(text);
  if (text.trim() !== '' && Number.isInteger(number) && number >= 0) return number;
  throw new UsageError(`${option} must be a whole number from 0: ${text}`);
}

/** @throws UsageError naming the option */
export function share(option: string, text: string): number {
  const number = Number(text);
  if (text.trim() !== '' && number >= 0 && number <= 1) return number;
  throw new UsageError(`${option} must be a number from 0 to 1: ${text}`);
}
