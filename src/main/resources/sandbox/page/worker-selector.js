// Chooses the worker who holds the phone, and shows who else has new messages.

import { html, nothing } from '/sandbox/webjars/lit-html/lit-html.js';
import { state } from './state.js';
import { badge } from './parts.js';

export function nameOf(identity) {
  return state.setup.workers.find((it) => it.identity === identity)?.name ?? identity;
}

/** The worker who holds the phone sees the number at Chats. */
function option({ identity, name }, unread) {
  const selected = identity === state.worker.identity;
  return html`<option value=${identity} .selected=${selected}>${name}${unread && !selected ? ` (${unread} new)` : ''}</option>`;
}

/** The other worker who has the latest unread message. */
function latestOther(unread) {
  return state.setup.workers.map(({ identity }) => ({ identity, ...unread.get(identity) }))
    .filter(({ identity, count }) => count && identity !== state.worker.identity)
    .sort((one, other) => other.latest.localeCompare(one.latest))[0];
}

/** Opens the phone of another worker. The select shows only the name of this one. */
function elsewhere(other, openWorker) {
  return other ? html`<button type="button" class="elsewhere" title="Open the phone of ${nameOf(other.identity)}"
    @click=${() => openWorker(other.identity, { conversationSid: other.sid })}>
    <span class="unseen">Open the phone of </span><span class="name">${nameOf(other.identity)}</span>${badge(other.count)}</button>` : nothing;
}

export function view(unread, { signIn, openWorker }) {
  return html`<header class="holder">
    <h2>Worker</h2>
    <select aria-label="Worker" .value=${state.worker.identity} @change=${(event) => signIn(event.target.value)}>
      ${state.setup.workers.map((it) => option(it, unread.get(it.identity)?.count))}
    </select>
    ${elsewhere(latestOther(unread), openWorker)}
  </header>`;
}
