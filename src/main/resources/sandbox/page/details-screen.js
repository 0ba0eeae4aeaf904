// A customer: channels, links and details.

import { html, nothing } from '/sandbox/webjars/lit-html/lit-html.js';
import * as api from './api.js';
import { changed, state } from './state.js';
import { avatar, bare, channelName, heading, problem } from './parts.js';
import { writeAs } from './customer-phone.js';
import * as panes from './panes.js';

const CAN_BEGIN = new Set(['sms', 'whatsapp', 'chat']);

export function begin(worker, customerId) {
  const screen = { worker, customerId, customer: undefined, problem: undefined, refused: undefined, busy: false };
  load(screen);
  return screen;
}

async function load(screen) {
  screen.problem = undefined;
  changed();
  try {
    screen.customer = await api.customer(screen.worker, screen.customerId);
  } catch (ex) {
    screen.problem = ex;
  }
  changed();
}

async function startConversation(screen, channel, opened) {
  screen.busy = true;
  screen.refused = undefined;
  changed();
  try {
    const { conversationSid } = await api.begin(screen.worker, String(screen.customerId), channel);
    screen.busy = false;
    if (state.worker.details === screen) {
      opened(conversationSid);
    }
  } catch (ex) {
    screen.refused = ex;
    screen.busy = false;
    changed();
  }
}

function channels(screen, opened) {
  return html`<ul class="channels" aria-label="Channels">${screen.customer.channels.map((it) => html`
    <li>
      <button type="button" ?disabled=${screen.busy || !CAN_BEGIN.has(it.type)}
        @click=${() => startConversation(screen, it, opened)}>
        <span>${channelName(it.type)}</span> <span class="value">${bare(it.value)}</span>
      </button>
    </li>`)}</ul>`;
}

/** Links only to web pages, mail addresses and phone numbers. */
function link({ type, value, display_name: name }) {
  const safe = /^(https?|mailto|tel):/i.test(value ?? '');
  return html`<li>${type ? html`<span class="kind">${type}</span> ` : nothing}${safe
    ? html`<a href=${value} target="_blank" rel="noopener noreferrer">${name ?? value}</a>` : name ?? value}</li>`;
}

function use(customer) {
  writeAs(customer);
  panes.show('customer');
}

function card(screen, opened) {
  const { customer } = screen;
  return html`
    <div class="who">${avatar(customer.display_name, customer.avatar)}<h4 dir="auto" title=${customer.display_name}>${customer.display_name}</h4></div>
    ${screen.refused ? problem(screen.refused) : nothing}
    ${customer.channels?.length ? channels(screen, opened) : html`<p class="hint">This customer has no address.</p>`}
    ${customer.links?.length ? html`<ul class="links" aria-label="Links">${customer.links.map(link)}</ul>` : nothing}
    ${customer.details ? html`<section class="about"><h5>${customer.details.title}</h5>
      <p>${customer.details.content}</p></section>` : nothing}
    ${customer.channels?.some((it) => it.type === 'sms' || it.type === 'whatsapp') ? html`<p class="aside"><button type="button" class="quiet"
      @click=${() => use(customer)}>Use the other phone as ${customer.display_name}</button></p>` : nothing}`;
}

export function view(screen, { back, startConversation: opened }) {
  return html`
    <header class="bar">
      <button type="button" class="back" aria-label="Back to My Customers" @click=${back}>‹</button>
      ${heading('Customer')}
    </header>
    <div class="scroll">${screen.problem ? problem(screen.problem, () => load(screen))
      : screen.customer ? card(screen, opened) : html`<p class="hint" role="status">Loading…</p>`}</div>`;
}
