// A conversation on the worker's phone, with templates.

import { html, nothing } from '/sandbox/webjars/lit-html/lit-html.js';
import * as api from './api.js';
import { attributesOf, changed, customerIn, state } from './state.js';
import { avatar, channelName, composer, messages, problem } from './parts.js';
import * as templates from './templates-sheet.js';

export function begin(worker, sid) {
  const screen = { worker, sid, draft: '', busy: false, problem: undefined, sheet: undefined };
  loadReason(sid);
  return screen;
}

/** Loads the routing decision once; a conversation that the worker started has none. */
async function loadReason(sid) {
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
      screen.draft = screen.draft === sent ? '' : screen.draft;
    });
  }
}

function openTemplates(screen, conversation) {
  const customerId = attributesOf(customerIn(conversation) ?? chatCustomer(conversation)).customer_id ?? '';
  screen.sheet = templates.begin(screen.worker, customerId, screen.sid);
}

/** Moves the focus to where the worker continues. */
function closeSheet(screen, next) {
  screen.sheet = undefined;
  changed();
  queueMicrotask(() => document.querySelector(`.phone .composer ${next}`).focus());
}

const chatCustomer = (conversation) => conversation.participants.find((it) => attributesOf(it).customer_id);

/** The explanation of the rule is the last one. */
function reason(sid, worker) {
  const made = state.reasons.get(sid);
  return made && made.worker === worker ? html`<p class="reason">Assigned by the rule <b>${made.rule}</b>:
    ${made.explanation.find((it) => it.startsWith(`${made.rule}:`))?.slice(made.rule.length + 1)
      ?? made.explanation.at(-1)}</p>` : nothing;
}

function header(screen, conversation, { back, details }) {
  const customer = customerIn(conversation) ?? chatCustomer(conversation);
  const { customer_id: customerId } = attributesOf(customer);
  const name = conversation.friendlyName ?? 'Not named yet';
  return html`<header class="bar">
    <button type="button" class="back" aria-label="Back to Chats" @click=${back}>‹</button>
    ${avatar(conversation.friendlyName, attributesOf(conversation).avatar)}
    <h3>${customerId ? html`<button type="button" class="link" @click=${() => details(customerId)}>${name}</button>`
      : name}<span class="channel">${channelName(customer?.binding?.type ?? 'chat')}</span></h3>
    ${conversation.state === 'CLOSED' ? nothing : html`<button type="button" class="quiet"
      @click=${() => attempt(screen, () => api.close(screen.sid))}>Close</button>`}
  </header>`;
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
      onInput: (text) => {
        screen.draft = text;
        changed();
      },
      onSend: () => send(screen),
      extra: html`<button type="button" class="quiet" aria-label="Templates" title="Templates" aria-haspopup="dialog"
        @click=${() => openTemplates(screen, conversation)}>☰</button>`
    })}`;
}

export function view(screen, actions) {
  const shown = state.conversations.find(({ conversation }) => conversation.sid === screen.sid);
  if (!shown) {
    return html`<header class="bar"><h3>Conversation</h3></header><div class="scroll">
      <p class="hint" role="status">Loading…</p></div>`;
  }
  const { conversation, wantsTemplate } = shown;
  const nameOf = (it) => (it.author === screen.worker ? 'You' : it.author === conversation.friendlyName ? it.author
    : customerIn(conversation)?.binding.address === it.author ? conversation.friendlyName ?? it.author : it.author);
  return html`
    ${header(screen, conversation, actions)}
    ${reason(screen.sid, screen.worker)}
    ${messages(conversation.messages, (it) => it.author === screen.worker, nameOf)}
    ${screen.problem ? problem(screen.problem) : nothing}
    ${writer(screen, conversation, wantsTemplate)}
    ${screen.sheet ? templates.view(screen.sheet, wantsTemplate, {
      close: () => closeSheet(screen, 'button'),
      pick: (text) => {
        screen.draft = text;
        closeSheet(screen, 'textarea');
      }
    }) : nothing}`;
}
