// The conversations of a worker.

import { html } from '/sandbox/webjars/lit-html/lit-html.js';
import { repeat } from '/sandbox/webjars/lit-html/directives/repeat.js';
import { limited } from './limited.js';
import { attributesOf, conversationsOf, lastAt } from './state.js';
import { avatar, badge, heading, time } from './parts.js';
import { unreadIn } from './unread.js';

function lastOf({ state, messages }) {
  return state === 'CLOSED' ? 'Closed' : messages.at(-1)?.body ?? 'Nothing written yet';
}

function row(conversation, worker, open) {
  const name = conversation.friendlyName ?? 'Not named yet';
  return html`<li><button type="button" class=${conversation.state === 'CLOSED' ? 'over' : ''}
    @click=${() => open(conversation.sid)}>
    ${avatar(conversation.friendlyName, attributesOf(conversation).avatar)}
    <span class="name" dir="auto" title=${name}>${name}<span class="last" dir="auto">${lastOf(conversation)}</span></span>
    <span class="time">${time(lastAt(conversation))}${badge(unreadIn(conversation, worker))}</span>
  </button></li>`;
}

export function view(worker, { open }) {
  const all = conversationsOf(worker);
  const { shown, more } = limited(`chats ${worker}`, all);
  return html`
    <header class="bar">${heading('Chats')}</header>
    <div class="scroll">
      <ul class="rows" aria-label="Chats">${repeat(shown, ({ conversation }) => conversation.sid,
        ({ conversation }) => row(conversation, worker, open))}</ul>
      ${more}
      <div class="ending">${all.length ? '' : html`<p class="hint">No conversations. Start one from a customer, or write
        as a customer.</p>`}</div>
    </div>`;
}
