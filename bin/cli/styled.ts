import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/**
 * Text in a style, if standard output is a terminal that wants it: NO_COLOR, FORCE_COLOR and
 * --no-color (which sets NO_COLOR) are obeyed.
 */
export function styled(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout, validateStream: true });
}
