import { number } from './format.ts';
import { type Html, html } from './html.ts';

/** The list of addresses: filled, filtered and searched by the page's script. */
export function listSection(listed: number, all: number): Html {
  return html`<section class="list" aria-labelledby="list">
<h2 id="list">Every address</h2>
${listed < all ? html`<p class="lead">${number(listed)} of ${number(all)} are listed here, the most telling first to stay; <code>winnow ls --all</code> lists them all.</p>` : null}
<div class="filters" role="search">
<label class="search"><span class="visually-hidden">Search titles and addresses</span>
<input type="search" id="search" placeholder="Search titles and addresses" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></label>
<div class="selects" id="selects"></div>
<p id="count" role="status"></p>
<button type="button" id="clear" class="link" hidden>Clear filters</button>
</div>
<div id="rows" class="rows"></div>
<noscript><p>The list needs JavaScript; <code>winnow ls</code> shows the same.</p></noscript>
</section>`;
}
