// The templates by category. Outside the 24-hour session, WhatsApp allows only approved ones.

import { html, nothing } from '/sandbox/webjars/lit-html/lit-html.js';
import { ref } from '/sandbox/webjars/lit-html/directives/ref.js';
import * as api from './api.js';
import { changed } from './state.js';
import { problem } from './parts.js';

export function begin(worker, customerId, conversationSid) {
  const sheet = { worker, customerId: String(customerId), conversationSid, categories: undefined, problem: undefined };
  load(sheet);
  return sheet;
}

async function load(sheet) {
  sheet.problem = undefined;
  changed();
  try {
    sheet.categories = await api.templates(sheet.worker, sheet.customerId, sheet.conversationSid);
  } catch (ex) {
    sheet.problem = ex;
  }
  changed();
}

function choices(categories, approvedOnly, pick) {
  const shown = categories
    .map((it) => ({ ...it, templates: (it.templates ?? []).filter((each) => !approvedOnly || each.whatsAppApproved === true) }))
    .filter((it) => it.templates.length);
  return shown.length ? shown.map((category) => html`<section>
    <h5>${category.display_name}</h5>
    ${category.templates.map((it) => html`<button type="button" class="template" @click=${() => pick(it.content)}>
      ${it.content}${it.whatsAppApproved === true ? html`<span class="approved">approved for WhatsApp</span>` : nothing}
    </button>`)}
  </section>`) : html`<p class="hint">There are no ${approvedOnly ? 'templates that WhatsApp has approved' : 'templates'}.</p>`;
}

export function view(sheet, approvedOnly, { close, pick }) {
  const keydown = (event) => {
    if (event.key === 'Escape') {
      close();
    }
  };
  // Moves the focus into the sheet when it opens.
  const focusFirst = (element) => {
    if (element && !element.contains(document.activeElement)) {
      element.querySelector('button').focus();
    }
  };
  return html`<div class="sheet" role="dialog" aria-label="Templates" @keydown=${keydown} ${ref(focusFirst)}>
    <header class="bar"><h4>Templates</h4><button type="button" class="quiet" @click=${close}>Close templates</button></header>
    <div class="scroll">${sheet.problem ? problem(sheet.problem, () => load(sheet))
      : sheet.categories ? choices(sheet.categories, approvedOnly, pick)
        : html`<p class="hint" role="status">Loading…</p>`}</div>
  </div>`;
}
