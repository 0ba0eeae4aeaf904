// The tour: three steps that tell what the sandbox shows. A step is done once the user has done it, in any way.

import { html, nothing } from '/sandbox/webjars/lit-html/lit-html.js';
import { compare } from './customer-threads.js';
import { changed, lastAt, state } from './state.js';
import { openWorker } from './worker-phone.js';
import { suggest } from './customer-phone.js';

const KEY = 'frontline-sandbox-tour';

function isByCustomer({ participants, messages }) {
  const addresses = new Set(participants.map(({ binding }) => binding?.address));
  return messages.some(({ author }) => addresses.has(author));
}

const workerIn = (it) => it.participants.find(({ identity }) => identity)?.identity;

/** The latest conversation in which a customer has written. */
let written;

function latestWritten() {
  return state.conversations.map((it) => it.conversation).filter(isByCustomer)
    .reduce((one, other) => (one && compare(lastAt(one), lastAt(other)) > 0 ? one : other), undefined);
}

function isOnWorkersPhone() {
  const { screen, conversation } = state.worker;
  return screen === 'conversation' && state.conversations.some(({ conversation: it }) => it.sid === conversation.sid && isByCustomer(it));
}

function openWorkerOfLatest() {
  openWorker(workerIn(written), { conversationSid: written.sid });
}

function showSwitches() {
  const first = document.querySelector('.troubles input[type=checkbox]');
  first.scrollIntoView({ block: 'center' });
  first.focus();
}

const STEPS = [{
  title: 'Write as a customer',
  text: () => 'Choose a customer, or any number, and send a message.',
  button: 'Suggest a message',
  act: () => suggest('Hello! When will my order come?'),
  isDone: () => Boolean(written)
}, {
  title: 'See who gets it',
  text: () => (state.setup.target ? 'Under the message stands the worker whom the other server adds.'
    : 'Under the message stands the worker, and the rule that chose the worker.'),
  button: 'Open the worker’s phone',
  act: openWorkerOfLatest,
  isPossible: () => Boolean(written && workerIn(written)),
  isDone: isOnWorkersPhone
}, {
  title: 'Break something',
  text: () => `Switch a fault on, write as another customer, and see what the ${state.setup.target ? 'other server' : 'service'} does.`,
  button: 'Go to the switches',
  act: showSwitches,
  isDone: () => state.troubles.size > 0
}];

const tour = load();

function load() {
  try {
    const { closed, done } = JSON.parse(localStorage.getItem(KEY)) ?? {};
    return { closed: Boolean(closed), done: new Set(done) };
  } catch {
    return { closed: false, done: new Set() };
  }
}

/** Keeps the tour for the next visit; a browser may forbid it. */
function save() {
  try {
    localStorage.setItem(KEY, JSON.stringify({ closed: tour.closed, done: [...tour.done] }));
  } catch {
    // Then the tour starts anew.
  }
}

/** Notes the steps that the user has done. Called before the page is rendered. */
export function follow() {
  const before = tour.done.size;
  if (state.worker && !tour.closed) {
    written = latestWritten();
    STEPS.forEach((it, index) => it.isDone() && tour.done.add(index));
  }
  if (tour.done.size > before) {
    save();
  }
}

function toggle(closed) {
  tour.closed = closed;
  tour.done.clear();
  save();
  changed();
  queueMicrotask(() => document.querySelector(closed ? '.tour-opener' : '.tour .current button, .tour button')?.focus());
}

/** The button that opens a closed tour. */
export function opener() {
  return tour.closed ? html`<button type="button" class="quiet tour-opener" @click=${() => toggle(false)}>Tour</button>` : nothing;
}

function step(it, index, current) {
  const done = tour.done.has(index);
  const possible = it.isPossible?.() ?? true;
  return html`<li class=${index === current ? 'current' : done ? 'done' : ''} aria-current=${index === current ? 'step' : nothing}>
    <span class="sign" aria-hidden="true">${done ? '✓' : index + 1}</span>
    <div><h3>${it.title}<span class="unseen">${done ? ', done' : ''}</span></h3>
      <p>${it.text()}</p></div>
    <button type="button" class=${index === current ? '' : 'quiet'} ?disabled=${!possible} @click=${it.act}>${it.button}</button>
  </li>`;
}

export function view() {
  if (tour.closed) {
    return nothing;
  }
  const current = STEPS.findIndex((it, index) => !tour.done.has(index));
  return html`<section class="tour" aria-label="Tour">
    <ol>${STEPS.map((it, index) => step(it, index, current))}</ol>
    <button type="button" class=${current < 0 ? '' : 'quiet'} @click=${() => toggle(true)}>${current < 0 ? 'Finish' : 'Close'}
      <span class="unseen">the tour</span></button>
  </section>`;
}
