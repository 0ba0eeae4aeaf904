// The worker's phone: the current screen and the navigation between screens.

import { html } from '/sandbox/webjars/lit-html/lit-html.js';
import { changed, conversationsOf, state } from './state.js';
import * as customers from './customers-screen.js';
import * as details from './details-screen.js';
import * as chats from './chats-screen.js';
import * as conversation from './conversation-screen.js';

/** Signs a worker in on the phone. */
export function signIn(identity) {
  state.worker = { identity, screen: 'customers', conversations: new Map() };
  openCustomers();
}

function nameOf(identity) {
  return state.setup.workers.find((it) => it.identity === identity)?.name ?? identity;
}

export function openCustomers() {
  state.worker.screen = 'customers';
  state.worker.list ??= customers.begin(state.worker.identity);
  changed();
}

export function openDetails(customerId) {
  state.worker.screen = 'details';
  state.worker.details = details.begin(state.worker.identity, customerId);
  changed();
}

export function openChats() {
  state.worker.screen = 'chats';
  changed();
}

export function openConversation(sid) {
  state.worker.screen = 'conversation';
  state.worker.conversation = screenOf(state.worker, sid);
  changed();
}

/** Returns the screen of a conversation, which keeps its draft. */
function screenOf({ identity, conversations }, sid) {
  if (!conversations.has(sid)) {
    conversations.set(sid, conversation.begin(identity, sid));
  }
  return Object.assign(conversations.get(sid), { sheet: undefined, problem: undefined });
}

function screen(worker) {
  switch (worker.screen) {
    case 'details':
      return details.view(worker.details, { back: openCustomers, startConversation: openConversation });
    case 'chats':
      return chats.view(worker.identity, { open: openConversation });
    case 'conversation':
      return conversation.view(worker.conversation, { back: openChats, details: openDetails });
    default:
      return customers.view(worker.list, { open: openDetails });
  }
}

function tab(label, current, open, count) {
  return html`<button type="button" aria-current=${current ? 'page' : 'false'} @click=${open}>${label}${
    count ? html` <span class="count" aria-label="${count} open">${count}</span>` : ''}</button>`;
}

export function view() {
  const { worker, setup } = state;
  const open = conversationsOf(worker.identity).filter(({ conversation: it }) => it.state !== 'CLOSED').length;
  const onCustomers = worker.screen === 'customers' || worker.screen === 'details';
  return html`<section class="device" aria-label="Worker's phone">
    <header class="holder">
      <h2>Worker</h2>
      <select aria-label="Worker" .value=${worker.identity} @change=${(event) => signIn(event.target.value)}>
        ${setup.workers.map((it) => html`<option value=${it.identity} ?selected=${it.identity === worker.identity}>
          ${nameOf(it.identity)}</option>`)}
      </select>
    </header>
    <div class="phone">
      ${screen(worker)}
      <nav class="tabs" aria-label="Frontline">
        ${tab('My Customers', onCustomers, openCustomers)}
        ${tab('Chats', !onCustomers, openChats, open)}
      </nav>
    </div>
  </section>`;
}
