// Opens the page: learns what there is, listens to what happens, and draws it all.

import { html, nothing, render } from '/sandbox/webjars/lit-html/lit-html.js';
import * as api from './api.js';
import { changed, drawnBy, state } from './state.js';
import * as worker from './worker-phone.js';
import * as customer from './customer-phone.js';
import * as wire from './wire.js';
import * as troubles from './fault-switches.js';
import * as doctor from './doctor.js';
import { problem } from './parts.js';

const root = document.getElementById('page');
root.replaceChildren();

function view() {
  if (!state.setup) {
    return state.failure ? html`<main class="opening">${problem(state.failure, open)}</main>` : nothing;
  }
  return html`
    <header class="top">
      <h1>Frontline sandbox</h1>
      <p>${state.setup.target ? html`asking <code>${state.setup.target}</code>` : 'asking this service'}</p>
      <p class="connection" role="status">${state.connected ? '' : 'Not connected. The sandbox may have stopped.'}</p>
    </header>
    <main>
      ${worker.view()}
      ${customer.view()}
      <div class="side">${troubles.view()}${wire.view()}${doctor.view()}</div>
    </main>`;
}

/** The newest message is to be seen, unless somebody has scrolled up. */
function draw() {
  const atEnd = (it) => it.scrollHeight - it.scrollTop - it.clientHeight < 40;
  const logs = [...root.querySelectorAll('.messages')].map((it) => [it, atEnd(it)]);
  render(view(), root);
  const following = new Map(logs);
  root.querySelectorAll('.messages').forEach((it) => {
    if (following.get(it) ?? true) {
      it.scrollTop = it.scrollHeight;
    }
  });
}

function listen() {
  const events = new EventSource('/sandbox/api/events');
  let before = false;
  events.addEventListener('open', () => {
    if (before) {
      // If it fails, the page shows what it knew; the next connection asks again.
      learn().then(changed, () => {});
    }
    before = true;
    state.connected = true;
    state.exchanges = [];
    changed();
  });
  events.addEventListener('error', () => {
    state.connected = false;
    changed();
  });
  events.addEventListener('exchange', (event) => {
    wire.exchanged(JSON.parse(event.data));
    changed();
  });
  events.addEventListener('conversations', (event) => {
    state.conversations = JSON.parse(event.data);
    changed();
  });
}

/** What the sandbox is made of, and what is broken in it: both may be others after a restart. */
async function learn() {
  state.setup = await api.setup();
  state.troubles = new Set(state.setup.troubles);
}

async function open() {
  state.failure = undefined;
  try {
    await learn();
    const first = state.setup.workers[0].identity;
    customer.prepare(state.setup, first);
    worker.signIn(first);
    listen();
  } catch (ex) {
    state.failure = ex;
  }
  changed();
}

drawnBy(draw);
open();
