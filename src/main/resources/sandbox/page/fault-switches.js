// The fault switches, which show what a worker sees when something fails.

import { html, nothing } from '/sandbox/webjars/lit-html/lit-html.js';
import { live } from '/sandbox/webjars/lit-html/directives/live.js';
import * as api from './api.js';
import { changed, state } from './state.js';
import { problem } from './parts.js';
import { openDetails } from './worker-phone.js';

const NAMES = {
  WRONG_SIGNATURE: 'Wrong signature',
  SIGNED_BY_KEY: 'Signed by a shared key',
  SLOW_CRM: 'Slow CRM',
  DEAD_CRM: 'Dead CRM',
  LIMITED_CRM: 'Rate-limited CRM',
  TWILIO_BUSY: 'Twilio answers 429',
  TWILIO_DOWN: 'Twilio answers 500',
  DELIVERED_TWICE: 'Events delivered twice',
  WINDOW_CLOSED: '24 hours later on WhatsApp',
  NOT_ON_WHATSAPP: 'Numbers without WhatsApp'
};

async function toggle(name, on) {
  state.switchProblem = undefined;
  try {
    await api.toggleFault(name, on);
    // Another tab may have changed other switches in the meantime.
    state.troubles[on ? 'add' : 'delete'](name);
  } catch (ex) {
    state.switchProblem = ex;
  }
  changed();
}

/** The id of a customer that the worker may not see; null without one. */
const hiddenCustomer = () => state.setup.workers.find((it) => it.identity === state.worker.identity)?.hidden;

function openCustomer(event) {
  event.preventDefault();
  const id = new FormData(event.target).get('customer').trim();
  if (id) {
    openDetails(id);
  }
}

export function view() {
  return html`<section class="troubles" aria-label="Break it">
    <h2>Break it</h2>
    <div class="switches">${state.setup.possible.map((name) => html`<label><input type="checkbox" role="switch"
      .checked=${live(state.troubles.has(name))} @change=${(event) => toggle(name, event.target.checked)}> ${NAMES[name]}</label>`)}</div>
    <form class="foreign" @submit=${openCustomer}>
      <label>Another worker's customer <input name="customer" .defaultValue=${hiddenCustomer() ?? ''} placeholder="Customer ID" autocomplete="off"></label>
      <button>Open</button>
    </form>
    ${state.switchProblem ? problem(state.switchProblem) : nothing}
  </section>`;
}
