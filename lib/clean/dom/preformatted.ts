import { PageElement } from './page-element.ts';
import { subtreeText } from './subtree-text.ts';

const LANGUAGE = /(?:^|\s)(?:lang(?:uage)?-|brush:\s*|highlight-source-)([\w+#.-]{1,20})/i;
const PROSE_CHARS = 400;
const CODE_SIGNS = /[{}<>=;()[\]$#|\\]/g;

/** Whether <pre> holds code; old pages put whole letters into it to keep their line breaks. */
export function isCode(pre: PageElement): boolean {
  if (codeLanguage(pre) !== null) return true;
  for (const child of pre.children) {
    if (child instanceof PageElement && child.name === 'code') return true;
  }
  const text = subtreeText(pre);
  if (text.length < PROSE_CHARS) return true;
  return (text.match(CODE_SIGNS)?.length ?? 0) > text.length * 0.01;
}

/** Language the page declares for a code block: class language-x, lang-x, brush: x. */
export function codeLanguage(pre: PageElement): string | null {
  const code = pre.children.find((child) => child instanceof PageElement && child.name === 'code');
  for (const element of [code, pre, pre.parent]) {
    if (!(element instanceof PageElement)) continue;
    const found = LANGUAGE.exec(element.attribute('class') ?? '')?.[1];
    if (found !== undefined) return found.toLowerCase();
  }
  return null;
}
