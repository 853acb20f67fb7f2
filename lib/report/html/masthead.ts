import { type Html, html } from './html.ts';

/** The line at the top of every page. */
export function masthead(subject: string): Html {
  return html`<header class="masthead">
<p class="wordmark">Winnow</p>
<p class="subject">${subject}</p>
<div class="tools">
<button type="button" id="help-button" class="plain" aria-keyshortcuts="?">Keys</button>
<button type="button" id="theme-button" class="plain" aria-live="polite">Theme: auto</button>
</div>
</header>`;
}
