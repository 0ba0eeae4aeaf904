// The conversations of a worker.

import { html } from '/sandbox/webjars/lit-html/lit-html.js';
import { repeat } from '/sandbox/webjars/lit-html/directives/repeat.js';
import { attributesOf, conversationsOf, lastAt } from './state.js';
import { avatar, time } from './parts.js';

export function view(worker, { open }) {
  const all = conversationsOf(worker);
  return html`
    <header class="bar"><h3>Chats</h3></header>
    <div class="scroll">
      <ul class="rows" aria-label="Chats">${repeat(all, ({ conversation }) => conversation.sid, ({ conversation }) => html`
        <li><button type="button" class=${conversation.state === 'CLOSED' ? 'over' : ''}
          @click=${() => open(conversation.sid)}>
          ${avatar(conversation.friendlyName, attributesOf(conversation).avatar)}
          <span class="name">${conversation.friendlyName ?? 'Not named yet'}
            <span class="last">${conversation.state === 'CLOSED' ? 'Closed' : conversation.messages.at(-1)?.body ?? 'Nothing written yet'}</span></span>
          <span class="time">${time(lastAt(conversation))}</span>
        </button></li>`)}</ul>
      <div class="ending">${all.length ? '' : html`<p class="hint">No conversations. Start one from a customer, or write
        as a customer.</p>`}</div>
    </div>`;
}
