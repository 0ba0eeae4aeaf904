// The doctor: checks of this installation, and how to fix what is wrong.

import { html, nothing } from '/sandbox/webjars/lit-html/lit-html.js';
import * as api from './api.js';
import { changed, state } from './state.js';
import { problem } from './parts.js';

const SIGNS = { holds: '✓', warning: '?', problem: '!', not_examined: '–' };
const WORDS = { holds: 'holds', warning: 'warning', problem: 'to fix', not_examined: 'not examined' };

const visit = { busy: false, report: undefined, failure: undefined };

async function examine() {
  Object.assign(visit, { busy: true, failure: undefined });
  changed();
  try {
    visit.report = await api.doctor();
  } catch (ex) {
    visit.failure = ex;
  }
  visit.busy = false;
  changed();
}

function observation(it) {
  return html`<li class=${it.outcome}>
    <span class="sign" aria-hidden="true">${SIGNS[it.outcome]}</span><span class="unseen">${WORDS[it.outcome]}: </span>
    <span><b>${it.subject.replaceAll('_', ' ')}</b> ${it.seen}${it.mend ? html`<span class="mend">${it.mend}</span>` : nothing}</span>
  </li>`;
}

export function view() {
  if (state.setup.target) {
    return nothing;
  }
  const { summary, observations } = visit.report ?? {};
  return html`<section class="doctor" aria-label="Doctor">
    <header><h2>Doctor</h2>
      <p role="status">${summary ? `${summary.holds} hold, ${summary.warning} warnings, ${summary.problem} to fix` : ''}</p>
      <button type="button" class="quiet" ?disabled=${visit.busy} @click=${examine}>${visit.busy ? 'Examining…' : 'Examine'}</button>
    </header>
    ${visit.failure ? problem(visit.failure) : nothing}
    ${observations ? html`<ul tabindex="0" aria-label="Findings">${observations.map(observation)}</ul>` : nothing}
  </section>`;
}
