// In a narrow window the two phones and the wire are panes: the user swipes, or chooses a tab.

import { html, nothing } from '/sandbox/webjars/lit-html/lit-html.js';
import { changed } from './state.js';
import * as memory from './memory.js';
import { badge } from './parts.js';
import { totalUnread } from './unread.js';

const KEY = 'pane';

const PANES = { worker: 'Worker', customer: 'Customer', wire: 'Wire' };

const NAMES = Object.keys(PANES);

const narrow = matchMedia('(max-width: 680px)');

const still = matchMedia('(prefers-reduced-motion: reduce)');

let shown = memory.read(KEY, NAMES[0]);

let container;

/** Whether the user can see a pane: worker, customer or wire. */
export function isShown(name) {
  return !document.hidden && (!narrow.matches || shown === name);
}

/** Shows a pane in a narrow window, from its top. */
export function show(name) {
  if (narrow.matches && container.getBoundingClientRect().top < 0) {
    container.scrollIntoView({ block: 'start', inline: 'nearest', behavior: 'instant' });
  }
  scrollTo(name, still.matches ? 'instant' : 'smooth');
}

function scrollTo(name, behavior) {
  if (container && narrow.matches) {
    container.scrollTo({ left: NAMES.indexOf(name) * container.clientWidth, behavior });
  }
}

/** For the ref of the element that scrolls. It is called before the element is in the document. */
export function panesIn(element) {
  container = element;
  queueMicrotask(() => scrollTo(shown, 'instant'));
}

narrow.addEventListener('change', () => {
  scrollTo(shown, 'instant');
  changed();
});

document.addEventListener('visibilitychange', changed);

/** For the scroll event of that element. */
export function scrolled({ currentTarget: { scrollLeft, clientWidth } }) {
  const name = NAMES[Math.round(scrollLeft / clientWidth)];
  if (narrow.matches && name !== shown) {
    shown = name;
    memory.write(KEY, name);
    changed();
  }
}

/** The tabs of a narrow window. */
export function tabs() {
  return html`<nav class="panes" aria-label="Phones">${NAMES.map((name) => html`
    <button type="button" aria-current=${name === shown ? 'true' : 'false'} @click=${() => show(name)}>${PANES[name]}${
      name === 'worker' ? badge(totalUnread()) : nothing}</button>`)}
  </nav>`;
}
