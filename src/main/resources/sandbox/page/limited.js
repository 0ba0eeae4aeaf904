// Long lists: the page shows a part of them, so that it stays fast.

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

/**
 * Returns the last items, and a button that shows earlier ones. The first item stays until the list has grown by a step,
 * so that what the user reads seldom moves.
 */
export function latest(name, items) {
  const limit = limits.get(name) ?? 2 * STEP;
  const start = Math.max(0, Math.ceil(items.length / STEP) * STEP - limit);
  const earlier = ({ target }) => {
    limits.set(name, limit + STEP);
    keepInPlace(target.closest('[tabindex]'));
    changed();
  };
  return {
    shown: items.slice(start),
    earlier: start > 0 ? html`<p class="aside"><button type="button" class="quiet" @click=${earlier}>Show earlier
      (${start})</button></p>` : nothing
  };
}

/** Scrolls so that earlier items appear above those that the user reads. */
function keepInPlace(scroller) {
  const below = scroller.scrollHeight - scroller.scrollTop;
  queueMicrotask(() => queueMicrotask(() => {
    scroller.scrollTop = scroller.scrollHeight - below;
  }));
}
