// The top of a conversation on the worker's phone: who it is with.

import { html, nothing } from '/sandbox/webjars/lit-html/lit-html.js';
import { attributesOf, customerIn } from './state.js';
import { avatar, channelName, heading } from './parts.js';

/** The participant who is the customer, at a number or in a chat. */
export function customerOf(conversation) {
  return customerIn(conversation) ?? conversation.participants.find((it) => attributesOf(it).customer_id);
}

function title(conversation, details) {
  const customer = customerOf(conversation);
  const { customer_id: customerId } = attributesOf(customer);
  const name = conversation.friendlyName ?? 'Not named yet';
  return html`${customerId ? html`<button type="button" class="link" dir="auto" title=${name} @click=${() => details(customerId)}>${name}</button>`
    : html`<span class="name" dir="auto" title=${name}>${name}</span>`}
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
