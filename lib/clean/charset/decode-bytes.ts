import type { CharsetDecision } from '../clean-input.ts';

/** The payload as text, and how its charset was decided. Never throws. */
export function decodeBytes(
  bytes: Uint8Array,
  _contentType: string | null,
): { text: string; charset: CharsetDecision } {
  return {
    text: new TextDecoder().decode(bytes),
    charset: { name: 'utf-8', from: 'default', declared: null, why: 'nothing was declared' },
  };
}
