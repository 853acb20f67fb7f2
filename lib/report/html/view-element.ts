import { type Html, html } from './html.ts';

/** Where the page's script builds the before-and-after view, and the help with the keys. */
export function viewElement(isAlone: boolean): Html {
  return html`<div id="view" class="${isAlone ? 'alone' : 'overlay'}"${isAlone ? null : html` hidden`}></div>
<dialog id="help" aria-labelledby="help-title"></dialog>`;
}
