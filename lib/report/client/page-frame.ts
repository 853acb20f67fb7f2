import { h } from './dom.ts';
import { FRAME_STYLE } from './frame-style.ts';

interface Policy {
  createHTML(text: string): string;
}
interface TrustedTypes {
  createPolicy(name: string, rules: Policy): Policy;
}

/** The one place where text becomes markup: inside a frame that can run and load nothing. */
const policy: Policy = (
  (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes ?? {
    createPolicy: (_, rules) => rules,
  }
).createPolicy('winnow-frame', { createHTML: (text) => text });

const LANGUAGE = /^[A-Za-z-]+$/;
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/**
 * The page's own structure. The text was sanitised when the view was made; should anything have slipped
 * through, the frame has no scripts, forms, links or origin (sandbox) and loads nothing (its own policy
 * and ours, which it inherits).
 */
export function pageFrame(html: string, language: string | null): HTMLIFrameElement {
  const theme = document.documentElement.dataset['theme'] ?? 'auto';
  const lang = LANGUAGE.test(language ?? '') ? language : 'zh';
  const frame = h('iframe', {
    sandbox: '',
    title: 'The page as it was built',
    class: 'page-frame',
  });
  frame.srcdoc = policy.createHTML(
    `<!doctype html><html lang="${lang}" class="${theme}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><style>${FRAME_STYLE}</style></head><body>${html}</body></html>`,
  );
  return frame;
}
