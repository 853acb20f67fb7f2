import { sha256 } from '#lib/model/digest.ts';
import { FRAME_STYLE } from '../client/frame-style.ts';
import { CLIENT_SCRIPT, CLIENT_STYLE } from '../generated/client-files.ts';
import { embeddedJson } from './embedded-json.ts';
import { Html, html } from './html.ts';

export interface ShellOptions {
  readonly title: string;
  readonly body: Html;
  /** What the page's script reads: element id → value. */
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * A whole page: nothing is loaded, nothing but our own script and style runs. The policy names them by
 * their digests (CSP Level 3, section 8.4), allows no request, no form, no base, and lets only our script
 * make a frame of text it was given (Trusted Types).
 */
export function documentShell({ title, body, data }: ShellOptions): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="winnow">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${raw(CLIENT_STYLE)}</style>
</head>
<body>
${body}
${Object.entries(data).map(([id, value]) => dataElement(id, value))}
<script>${raw(CLIENT_SCRIPT)}</script>
</body>
</html>
`;
  return page.markup;
}

function dataElement(id: string, value: unknown): Html {
  return html`<script type="application/json" id="${id}">${raw(embeddedJson(value))}</script>\n`;
}

/** For what was made by us or escaped for its place. */
function raw(markup: string): Html {
  return new Html(markup);
}

function hash(text: string): string {
  return `'sha256-${Buffer.from(sha256(text), 'hex').toString('base64')}'`;
}

/** Also sent as a header by whoever serves the page. */
export const CONTENT_POLICY = [
  "default-src 'none'",
  `script-src ${hash(CLIENT_SCRIPT)}`,
  `style-src ${hash(CLIENT_STYLE)} ${hash(FRAME_STYLE)}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types winnow-frame',
].join('; ');
