// Who gets a conversation, and why: the line under the customer's message, and the one above the worker's.

import { html, nothing } from '/sandbox/webjars/lit-html/lit-html.js';
import * as api from './api.js';
import { changed, state } from './state.js';
import { openWorker } from './worker-phone.js';

const FIRST_RETRY = 1000;
const LAST_RETRY = 15000;

/** The reasons by conversation, each loaded once per change of its conversation. */
const reasons = new Map();

let shown = new Set();

const workersIn = (conversation) => conversation.participants.filter((it) => it.identity).map((it) => it.identity);

const keyOf = (conversation) => [conversation.state, ...workersIn(conversation), ...state.troubles].join(' ');

/** A conversation that a worker began is never routed. */
const hasToBeRouted = (conversation) => conversation.messages.length > 0
  && !workersIn(conversation).includes(conversation.messages[0].author);

/** Loads the reasons of the conversations on the phones. Another server gives none. */
export function watch(conversations) {
  shown = new Set(conversations.map((it) => it.sid));
  if (!state.setup.target) {
    conversations.filter((it) => hasToBeRouted(it) && reasons.get(it.sid)?.key !== keyOf(it)).forEach((it) => {
      const reason = { ...reasons.get(it.sid), key: keyOf(it), delay: FIRST_RETRY };
      reasons.set(it.sid, reason);
      load(reason, it);
    });
  }
}

/** The decision may come after the last change of the conversation, so a shown one without a worker is asked for again. */
async function load(reason, conversation) {
  try {
    Object.assign(reason, await api.reason(conversation.sid), { loaded: true });
  } catch {
    // The reason is optional.
  }
  changed();
  const decided = workersIn(conversation).length && reason.decisions?.some((it) => it.worker);
  if (!decided && conversation.state !== 'CLOSED') {
    setTimeout(() => {
      if (shown.has(conversation.sid) && reasons.get(conversation.sid) === reason && reason.delay < LAST_RETRY) {
        reason.delay *= 2;
        load(reason, conversation);
      }
    }, reason.delay);
  }
}

const ALREADY_THERE = 'already-there';

const nameOf = (identity) => state.setup.workers.find((it) => it.identity === identity)?.name ?? identity;

const INSTANT = /\d{4}-\d\d-\d\dT[\d:.]+Z/g;

const readable = (text) => text.replace(INSTANT, (it) => new Date(it).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' }));

/** The explanation without the name of its rule. */
function explanationOf({ rule, explanation }) {
  const line = explanation.find((it) => it.startsWith(`${rule}: `))?.slice(rule.length + 2) ?? explanation.at(-1);
  return readable(line);
}

/** What gave a worker the conversation. A repeated event finds the worker there, which does not explain why. */
function decisionFor(worker, { decisions = [] }) {
  const made = decisions.filter((it) => it.worker === worker);
  return made.findLast((it) => it.rule !== ALREADY_THERE) ?? made.at(-1);
}

function because(worker, conversation, decision) {
  if (decision?.rule === ALREADY_THERE) {
    return ', who is in the conversation already.';
  }
  if (decision) {
    return html`, because of the rule <b>${decision.rule}</b>: ${explanationOf(decision)}.`;
  }
  return conversation.messages[0]?.author === worker ? ', who started the conversation.' : '.';
}

const OUTAGES = {
  CRM: 'it waits for your CRM, which does not answer.',
  TWILIO: 'it waits for Twilio, which does not answer.'
};

/** A line of an explanation: a rule, and what it found. */
function finding(line) {
  const [rule, ...found] = line.split(': ');
  return html`<li><b>${rule}</b>: ${readable(found.join(': '))}</li>`;
}

/** Why no worker is in the conversation; another server does not say it. */
function waiting({ decisions = [], waitsFor, loaded }) {
  if (state.setup.target) {
    return 'No worker is in this conversation yet.';
  }
  const last = decisions.at(-1);
  if (waitsFor) {
    return html`No worker could take this conversation yet: ${OUTAGES[waitsFor]} The service tries again by itself.
      ${last?.worker ? html`Then <b>${nameOf(last.worker)}</b> gets it.` : nothing}`;
  }
  if (last && !last.worker) {
    return html`No worker could take this conversation. The service tries again by itself. The rules found:
      <ul>${last.explanation.map(finding)}</ul>`;
  }
  return loaded ? 'The service is looking for a worker.' : 'Looking for a worker…';
}

/** The line under a message. The short form names only the worker. */
export function line(conversation, short) {
  const reason = reasons.get(conversation.sid) ?? {};
  const worker = workersIn(conversation).at(-1);
  if (!worker) {
    return conversation.state === 'CLOSED' ? nothing : html`<div class="reached waits">${waiting(reason)}</div>`;
  }
  const decision = decisionFor(worker, reason);
  return html`<p class="reached">→ <b>${nameOf(worker)}</b>${short ? '' : because(worker, conversation, decision)}
    <button type="button" aria-label="Open the phone of ${nameOf(worker)}"
      @click=${() => openWorker(worker, { conversationSid: conversation.sid })}>Open the phone</button></p>`;
}

/** The line above the messages of a worker: the rule that assigned the conversation. A worker who started it has none. */
export function assigned({ sid }, worker) {
  const decision = decisionFor(worker, reasons.get(sid) ?? {});
  return !decision || decision.rule === ALREADY_THERE ? nothing : html`<p class="reason">Assigned by the rule
    <b>${decision.rule}</b>: ${explanationOf(decision)}</p>`;
}
