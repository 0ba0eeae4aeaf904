// The owners of the customers, if they are not in the worker directory.

import { html, nothing } from '/sandbox/webjars/lit-html/lit-html.js';
import { state } from './state.js';

/** Names the first owner; the others are many in a large CRM. */
function belong([first, ...others]) {
  const rest = others.length ? ` and ${others.length} other ${others.length === 1 ? 'owner' : 'owners'}` : '';
  const verb = others.length ? 'are' : 'is';
  return html`<b>${first.identity}</b> (${first.customers})${rest}, who ${verb} not in the worker directory`;
}

export function view() {
  const { ownership, workers } = state.setup;
  if (!ownership?.customers) {
    return nothing;
  }
  const { customers, complete, withoutOwner, outside } = ownership;
  const these = complete ? 'These customers' : `The first ${customers} customers`;
  if (outside.length) {
    const some = workers.some((it) => it.own && !outside.some(({ identity }) => identity === it.identity));
    return html`<p class="owners">${some ? 'Some customers' : these} belong to ${belong(outside)}. You can choose these owners as workers.</p>`;
  }
  return withoutOwner && workers.every((it) => !it.own) ? html`<p class="owners">${withoutOwner === customers ? these
    : `${withoutOwner} of ${customers} customers`} have no owner, so no worker sees them. Give them owners, or set
    frontline.visibility to everyone.</p>` : nothing;
}
