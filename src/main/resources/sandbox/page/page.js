// Entry point: loads the setup, listens to changes and renders the page.

import { html, nothing, render } from '/sandbox/webjars/lit-html/lit-html.js';
import { ref } from '/sandbox/webjars/lit-html/directives/ref.js';
import * as api from './api.js';
import { changed, renderWith, state } from './state.js';
import { connection, listen } from './stream.js';
import * as worker from './worker-phone.js';
import * as customer from './customer-phone.js';
import * as owners from './owners.js';
import * as reasons from './routing-reason.js';
import * as tour from './tour.js';
import * as wire from './wire.js';
import * as crm from './crm-choice.js';
import * as faults from './fault-switches.js';
import * as doctor from './doctor.js';
import * as panes from './panes.js';
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
      <p>${state.setup.target ? html`calls <code>${state.setup.target}</code>` : 'calls this service'}</p>
      <p class="connection" role="status">${crm.starting() ? nothing : connection()}</p>
      ${tour.opener()}
    </header>
    ${tour.view()}
    ${owners.view()}
    ${panes.tabs()}
    <main @scroll=${panes.scrolled} ${ref(panes.panesIn)}>
      ${worker.view()}
      ${customer.view()}
      <div class="side">${crm.view()}${faults.view()}${wire.view()}${doctor.view()}</div>
    </main>`;
}

/** Scrolls to the newest message, unless the user has scrolled up. */
function draw() {
  const atEnd = (it) => it.scrollHeight - it.scrollTop - it.clientHeight < 40;
  const logs = [...root.querySelectorAll('.messages')].map((it) => [it, atEnd(it)]);
  customer.follow();
  tour.follow();
  if (state.worker) {
    worker.look();
    reasons.watch([...customer.conversations(), ...worker.conversations()]);
    document.title = worker.title();
  }
  render(view(), root);
  const following = new Map(logs);
  root.querySelectorAll('.messages').forEach((it) => {
    if (following.get(it) ?? true) {
      it.scrollTop = it.scrollHeight;
    }
  });
}

/** Loads the setup of a restarted sandbox, which may have other workers, customers and numbers. */
async function reload() {
  if (crm.starting()) {
    crm.reopen();
    return;
  }
  try {
    const setup = await api.setup();
    if (setup.crm.source !== state.setup.crm.source) {
      crm.reopen();
      return;
    }
    state.setup = setup;
    worker.refresh(state.setup.start);
    customer.refresh();
  } catch {
    // The former setup is better than none.
  }
  changed();
}

async function open() {
  state.failure = undefined;
  try {
    state.setup = await api.setup();
    // From now on the stream sends the switches.
    state.troubles = new Set(state.setup.troubles);
    const first = state.setup.start;
    if (!first) {
      throw new api.ApiError('There are no workers. Set frontline.workers.location to a file with workers.');
    }
    worker.begin(first);
    customer.prepare(state.setup, state.worker.identity);
    listen(reload);
  } catch (ex) {
    state.failure = ex;
  }
  changed();
}

renderWith(draw);
open();
