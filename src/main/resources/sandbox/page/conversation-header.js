// The top of a conversation on the worker's phone: who it is with, and why this worker has it.

import { html, nothing } from '/sandbox/webjars/lit-html/lit-html.js';
import * as api from './api.js';
import { attributesOf, changed, customerIn, state } from './state.js';
import { avatar, channelName, heading } from './parts.js';

/** Loads the routing decision once; a conversation that the worker started has none. */
export async function loadReason(sid) {
  if (state.reasons.has(sid) || state.setup.target) {
    return;
  }
  try {
    const { decisions } = await api.reason(sid);
    const made = decisions.find((it) => it.worker);
    if (made) {
      state.reasons.set(sid, made);
      changed();
    }
  } catch {
    // The reason is optional.
  }
}

/** The participant who is the customer, at a number or in a chat. */
export function customerOf(conversation) {
  return customerIn(conversation) ?? conversation.participants.find((it) => attributesOf(it).customer_id);
}

/** The explanation of the rule is the last one. */
export function reason(sid, worker) {
  const made = state.reasons.get(sid);
  return made && made.worker === worker ? html`<p class="reason">Assigned by the rule <b>${made.rule}</b>:
    ${made.explanation.find((it) => it.startsWith(`${made.rule}:`))?.slice(made.rule.length + 1)
      ?? made.explanation.at(-1)}</p>` : nothing;
}

function title(conversation, details) {
  const customer = customerOf(conversation);
  const { customer_id: customerId } = attributesOf(customer);
  const name = conversation.friendlyName ?? 'Not named yet';
  return html`${customerId ? html`<button type="button" class="link" title=${name} @click=${() => details(customerId)}>${name}</button>`
    : html`<span class="name" title=${name}>${name}</span>`}
    <span class="channel">${channelName(customer?.binding?.type ?? 'chat')}</span>`;
}

/** The heading stays the same element while the conversation loads, so that it keeps the focus. */
export function header(conversation, { back, details, close }) {
  return html`<header class="bar">
    <button type="button" class="back" aria-label="Back to Chats" @click=${back}>‹</button>
    ${conversation ? avatar(conversation.friendlyName, attributesOf(conversation).avatar) : nothing}
    ${heading(conversation ? title(conversation, details) : 'Conversation')}
    ${!conversation || conversation.state === 'CLOSED' ? nothing : html`<button type="button" class="quiet"
      @click=${close}>Close</button>`}
  </header>`;
}
