// Chooses where the customers come from. The sandbox restarts for it, and the page opens anew.

import { html, nothing } from '/sandbox/webjars/lit-html/lit-html.js';
import { live } from '/sandbox/webjars/lit-html/directives/live.js';
import * as api from './api.js';
import { changed, state } from './state.js';
import { problem } from './parts.js';
import * as holder from './customer-holder.js';
import * as route from './route.js';

const NAMES = {
  FILE: 'a file',
  AIRTABLE: 'a pretend Airtable',
  DATAVERSE: 'a pretend Dynamics 365',
  HUBSPOT: 'a pretend HubSpot',
  PIPEDRIVE: 'a pretend Pipedrive',
  SALESFORCE: 'a pretend Salesforce',
};

/** After how many milliseconds without an answer the page refers to the console. */
const LONG = 30_000;

const choice = { next: undefined, late: false, failure: undefined };

let timer;

/** Whether the sandbox restarts because this tab has chosen another source. */
export const starting = () => choice.next !== undefined;

async function choose(source) {
  Object.assign(choice, { next: source, late: false, failure: undefined });
  changed();
  try {
    await api.chooseCrm(source);
    timer = setTimeout(() => {
      choice.late = true;
      changed();
    }, LONG);
  } catch (ex) {
    Object.assign(choice, { next: undefined, failure: ex });
    changed();
  }
}

/** Reloads the page without anything of the former customers. The worker stays. */
export function reopen() {
  clearTimeout(timer);
  holder.forget();
  route.replace({ worker: state.worker.identity });
  location.reload();
}

function progress() {
  if (!starting()) {
    return nothing;
  }
  return choice.late ? 'The sandbox does not answer yet. Its console says why.' : `Starting with ${NAMES[choice.next]}…`;
}

export function view() {
  if (state.setup.target) {
    return nothing;
  }
  const { source, obstacle } = state.setup.crm;
  const selected = choice.next ?? source;
  return html`<section class="crm" aria-label="CRM">
    <label>Customers come from
      <select ?disabled=${obstacle || starting()} aria-describedby=${obstacle ? 'crm-obstacle' : nothing}
        @change=${(event) => choose(event.target.value)}>
        ${selected ? nothing : html`<option selected>your own CRM</option>`}
        ${Object.entries(NAMES).map(([value, name]) => html`<option value=${value} .selected=${live(value === selected)}>${name}</option>`)}
      </select></label>
    <p role="status">${progress()}</p>
    ${obstacle ? html`<p id="crm-obstacle">${obstacle}</p>` : nothing}
    ${choice.failure ? problem(choice.failure) : nothing}
  </section>`;
}
