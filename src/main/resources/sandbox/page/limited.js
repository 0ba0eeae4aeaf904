// Long lists: the page shows their first part, so that it stays fast.

import { html, nothing } from '/sandbox/webjars/lit-html/lit-html.js';
import { changed } from './state.js';

/** How many items are shown at first, and how many more with each tap. */
const STEP = 50;

/** How many items of a list are shown, by the name of the list. */
const limits = new Map();

/** Returns the first items, and a button that shows more of them. */
export function limited(name, items) {
  const limit = limits.get(name) ?? STEP;
  const more = () => {
    limits.set(name, limit + STEP);
    changed();
  };
  return {
    shown: items.slice(0, limit),
    more: items.length > limit ? html`<p class="aside"><button type="button" class="quiet" @click=${more}>Show more
      (${limit} of ${items.length})</button></p>` : nothing
  };
}
