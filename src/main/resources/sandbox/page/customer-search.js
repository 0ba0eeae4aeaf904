// A combobox that finds any customer of the CRM: type a name or number, choose with arrow keys and Enter.

import { html, nothing } from '/sandbox/webjars/lit-html/lit-html.js';
import { live } from '/sandbox/webjars/lit-html/directives/live.js';
import * as api from './api.js';
import { changed, state } from './state.js';
import { bare } from './parts.js';

const TYPING = 200;

export function begin() {
  return { open: false, query: '', options: [], more: false, active: -1, loading: false, problem: undefined, turn: 0 };
}

/** The first number of a customer on SMS or WhatsApp; undefined without one. */
export function numberOf({ channels }) {
  const value = channels?.find((it) => it.type === 'sms' || it.type === 'whatsapp')?.value;
  return value && bare(value);
}

async function load(search) {
  const turn = ++search.turn;
  Object.assign(search, { loading: true, problem: undefined });
  changed();
  try {
    const { people, more } = await api.people(search.query.trim());
    if (turn === search.turn) {
      Object.assign(search, { options: people, more, active: search.query && people.length ? 0 : -1 });
    }
  } catch (ex) {
    if (turn === search.turn) {
      Object.assign(search, { options: [], more: false, problem: ex });
    }
  }
  if (turn === search.turn) {
    search.loading = false;
    changed();
  }
}

function open(search) {
  if (!search.open) {
    Object.assign(search, { open: true, query: '', options: [], active: -1 });
    load(search);
  }
}

function close(search) {
  clearTimeout(search.timer);
  Object.assign(search, { open: false, turn: search.turn + 1 });
  changed();
}

function type(search, query) {
  clearTimeout(search.timer);
  Object.assign(search, { open: true, query, active: -1 });
  changed();
  search.timer = setTimeout(() => load(search), TYPING);
}

/** Moves to an option and wraps around; a hint behind the list is not an option. */
function move(search, step, count) {
  search.active = search.active < 0 && step < 0 ? count - 1 : (search.active + step + count) % count;
  changed();
  requestAnimationFrame(() => document.getElementById(`person-${search.active}`)?.scrollIntoView({ block: 'nearest' }));
}

function keydown(event, search, choices, choose) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    event.preventDefault();
    search.open ? move(search, step, choices.length) : open(search);
  } else if (event.key === 'Enter' && search.open && choices[search.active]) {
    event.preventDefault();
    choose(choices[search.active]);
    replaceByTyping(event.target);
  } else if (event.key === 'Escape' && search.open) {
    event.preventDefault();
    close(search);
    replaceByTyping(event.target);
  }
}

/** Selects the name that is rendered next, so that typing begins a new search. */
function replaceByTyping(input) {
  queueMicrotask(() => input.select());
}

function hint(search) {
  if (search.loading) {
    return 'Searching…';
  }
  if (search.more) {
    return `These are the first ${search.options.length}. Type more of the name, or a number, to find the others.`;
  }
  if (state.setup.target) {
    return 'The other server’s customers cannot be searched here. Open a customer on the worker’s phone.';
  }
  return search.options.length ? nothing : 'No customer has that name or number.';
}

function option(choice, index, search, choose) {
  const number = choice.number ?? numberOf(choice);
  return html`<li role="option" id="person-${index}" aria-selected=${index === search.active} aria-disabled=${!number}
    @click=${() => choose(choice)}>
    <span class="name" dir="auto" title=${choice.name}>${choice.name}</span>
    <span class="number">${number ?? 'No number for SMS or WhatsApp'}</span></li>`;
}

function list(search, choices, choose) {
  // A press would take the focus from the input and so close the list.
  return html`<div class="people" @mousedown=${(event) => event.preventDefault()}>
    ${search.problem ? html`<p class="problem" role="alert">${search.problem.message}</p>` : nothing}
    <ul role="listbox" id="people" aria-label="Customers to choose from">${choices.map((it, index) => option(it, index, search, choose))}</ul>
    ${search.problem ? nothing : html`<p class="hint" role="status">${hint(search)}</p>`}
  </div>`;
}

/** Shows the combobox; always offers the unknown customer. Customers without a number cannot be chosen. */
export function view(search, { name, unknown, onChoose }) {
  const choices = [...search.options, unknown];
  const choose = (it) => {
    if (it.number ?? numberOf(it)) {
      close(search);
      onChoose(it);
    }
  };
  return html`<div class="combobox">
    <input role="combobox" dir="auto" aria-label="Customer" aria-autocomplete="list" aria-controls="people" autocomplete="off"
      spellcheck="false" placeholder="Search by name or number" aria-expanded=${search.open}
      aria-activedescendant=${search.open && search.active >= 0 ? `person-${search.active}` : ''}
      .value=${live(search.open ? search.query : name)} @focus=${(event) => event.target.select()} @click=${() => open(search)}
      @input=${(event) => type(search, event.target.value)} @keydown=${(event) => keydown(event, search, choices, choose)}
      @blur=${() => close(search)}>
    ${search.open ? list(search, choices, choose) : nothing}
  </div>`;
}
