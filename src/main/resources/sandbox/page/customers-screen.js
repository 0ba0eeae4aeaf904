// My Customers: search while typing, and a list that loads more while scrolling.

import { html, nothing } from '/sandbox/webjars/lit-html/lit-html.js';
import { ref } from '/sandbox/webjars/lit-html/directives/ref.js';
import { repeat } from '/sandbox/webjars/lit-html/directives/repeat.js';
import * as api from './api.js';
import { changed } from './state.js';
import { avatar, heading, problem } from './parts.js';

const TYPING = 250;
const NEAR = 200;

export function begin(worker) {
  const list = { worker, query: '', typed: '', rows: [], token: undefined, ended: false, loading: false, problem: undefined, turn: 0, top: 0 };
  list.shown = (element) => element && queueMicrotask(() => {
    element.scrollTop = list.top;
  });
  more(list);
  return list;
}

/** Requests the next page by its token, or without one by the last customer, as the app does. */
async function more(list) {
  if (list.loading || list.ended) {
    return;
  }
  const turn = list.turn;
  list.loading = true;
  list.problem = undefined;
  changed();
  try {
    const anchor = list.token ? undefined : list.rows.at(-1)?.customer_id;
    const page = await api.customers(list.worker, { query: list.query, token: list.token, anchor });
    if (turn === list.turn) {
      append(list, page);
    }
  } catch (ex) {
    if (turn === list.turn) {
      list.problem = ex;
    }
  }
  if (turn === list.turn) {
    list.loading = false;
    changed();
  }
}

/** A page without new customers is the end, also if the server starts its list again. */
function append(list, page) {
  const known = new Set(list.rows.map((it) => String(it.customer_id)));
  const fresh = page.customers.filter((it) => !known.has(String(it.customer_id)));
  list.rows = [...list.rows, ...fresh];
  list.token = page.next_page_token;
  list.ended = fresh.length === 0;
}

function search(list, typed) {
  list.typed = typed;
  const query = typed.trim();
  clearTimeout(list.typing);
  list.typing = setTimeout(() => {
    Object.assign(list, { query, rows: [], token: undefined, ended: false, loading: false, turn: list.turn + 1 });
    more(list);
  }, TYPING);
}

function scrolled(list, { target }) {
  list.top = target.scrollTop;
  if (target.scrollTop + target.clientHeight > target.scrollHeight - NEAR && !list.problem) {
    more(list);
  }
}

function ending(list) {
  if (list.problem) {
    return problem(list.problem, () => more(list));
  }
  if (list.loading) {
    return html`<p class="hint" role="status">Loading…</p>`;
  }
  if (list.rows.length === 0) {
    return html`<p class="hint" role="status">${list.query ? 'No customer has that name.' : 'No customers.'}</p>`;
  }
  return list.ended ? html`<p class="hint" role="status">All ${list.rows.length} customers are shown.</p>` : nothing;
}

export function view(list, { open }) {
  return html`
    <header class="bar">${heading('My Customers')}</header>
    <div class="search"><input type="search" aria-label="Search customers" placeholder="Search" autocomplete="off"
      maxlength="100" .value=${list.typed} @input=${(event) => search(list, event.target.value)}></div>
    <div class="scroll" tabindex="-1" @scroll=${(event) => scrolled(list, event)} ${ref(list.shown)}>
      <ul class="rows" aria-label="Customers">${repeat(list.rows, (it) => it.customer_id, (it) => html`
        <li><button type="button" @click=${() => open(it.customer_id)}>
          ${avatar(it.display_name, it.avatar)}<span class="name" dir="auto" title=${it.display_name}>${it.display_name}</span>
        </button></li>`)}</ul>
      <div class="ending">${ending(list)}</div>
    </div>`;
}
