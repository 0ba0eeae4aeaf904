// A conversation on the worker's phone, with templates.

import { html, nothing } from '/sandbox/webjars/lit-html/lit-html.js';
import * as api from './api.js';
import { withSid } from './conversations.js';
import { attributesOf, changed, state } from './state.js';
import * as drafts from './drafts.js';
import { customerOf, header } from './conversation-header.js';
import * as delivery from './delivery.js';
import { composer, messages, problem } from './parts.js';
import { assigned } from './routing-reason.js';
import * as templates from './templates-sheet.js';

/** How long a new conversation may take until the page receives it, in milliseconds. */
const ARRIVAL = 3000;

/** The screens by worker and conversation, so that a message that is being sent is not sent again. */
const screens = new Map();

/** Returns the screen of a conversation, with its draft. */
export function begin(worker, sid) {
  const key = `${worker} ${sid}`;
  if (!screens.has(key)) {
    screens.set(key, { worker, sid, draft: drafts.of(worker, sid), busy: false });
  }
  setTimeout(changed, ARRIVAL);
  const screen = screens.get(key);
  // A message that could not be sent is still in the draft, with the reason.
  return Object.assign(screen, { since: Date.now(), sheet: undefined, problem: screen.draft ? screen.problem : undefined });
}

/** Returns the conversation of a screen; undefined if the worker is not in such a conversation. */
export function shownIn({ worker, sid }) {
  const entry = withSid(sid);
  return entry?.conversation.participants.some((it) => it.identity === worker) ? entry : undefined;
}

function write(screen, draft) {
  screen.draft = draft;
  drafts.keep(screen.worker, screen.sid, draft);
  changed();
}

async function attempt(screen, action) {
  screen.busy = true;
  screen.problem = undefined;
  changed();
  try {
    await action();
  } catch (ex) {
    screen.problem = ex;
  }
  screen.busy = false;
  changed();
}

function send(screen) {
  if (screen.draft.trim() && !screen.busy) {
    const sent = screen.draft;
    attempt(screen, async () => {
      await api.write(screen.worker, screen.sid, sent.trim());
      // Keeps text that was typed in the meantime.
      write(screen, screen.draft === sent ? '' : screen.draft);
    });
  }
}

function openTemplates(screen, conversation) {
  const customerId = attributesOf(customerOf(conversation)).customer_id ?? '';
  screen.sheet = templates.begin(screen.worker, customerId, screen.sid);
}

/** Moves the focus to where the worker continues. */
function closeSheet(screen, next) {
  screen.sheet = undefined;
  changed();
  document.querySelector(`.phone .composer ${next}`).focus();
}

function missing({ since }) {
  return html`<div class="scroll"><p class="hint" role="status">${state.connected && Date.now() - since >= ARRIVAL
    ? 'This worker is not in that conversation. A restart of the sandbox ends all conversations.' : 'Loading…'}</p></div>`;
}

function writer(screen, conversation, wantsTemplate) {
  if (conversation.state === 'CLOSED') {
    return html`<p class="hint">This conversation is closed.</p>`;
  }
  return html`
    ${wantsTemplate ? html`<p class="rule">WhatsApp accepts only approved templates more than 24 hours after the customer's
      last message.</p>` : nothing}
    ${composer({
      label: 'Message to the customer',
      value: screen.draft,
      busy: screen.busy,
      onInput: (text) => write(screen, text),
      onSend: () => send(screen),
      extra: html`<button type="button" class="quiet" aria-label="Templates" title="Templates" aria-haspopup="dialog"
        @click=${() => openTemplates(screen, conversation)}>☰</button>`
    })}`;
}

/** Names the author of a message. A group has several customers; its name is that of none. */
function authorIn({ friendlyName, participants }, worker) {
  const customers = participants.filter(({ binding }) => binding?.address);
  return ({ author }) => {
    if (author === worker) {
      return 'You';
    }
    const customer = customers.find(({ binding }) => binding.address === author);
    return (customer && (customers.length === 1 ? friendlyName : attributesOf(customer).display_name)) ?? author;
  };
}

function content(screen, { conversation, wantsTemplate }) {
  return html`
    ${assigned(conversation, screen.worker)}
    ${messages(`${screen.worker} ${screen.sid}`, conversation.messages, (it) => it.author === screen.worker,
      authorIn(conversation, screen.worker), delivery.state)}
    ${screen.problem ? problem(screen.problem) : nothing}
    ${writer(screen, conversation, wantsTemplate)}
    ${screen.sheet ? templates.view(screen.sheet, wantsTemplate, {
      close: () => closeSheet(screen, 'button'),
      pick: (text) => {
        write(screen, text);
        closeSheet(screen, 'textarea');
      }
    }) : nothing}`;
}

export function view(screen, actions) {
  const shown = shownIn(screen);
  return html`
    ${header(shown?.conversation, { ...actions, close: () => attempt(screen, () => api.close(screen.sid)) })}
    ${shown ? content(screen, shown) : missing(screen)}`;
}
