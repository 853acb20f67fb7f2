import type { Quality } from '#lib/model/document.ts';

/** Quality figures with their published names and thresholds. */
export function assessText(text: string, confidence: number): Quality {
  return { confidence, chars: text.replace(/\s/gu, '').length, values: {}, flags: [] };
}
