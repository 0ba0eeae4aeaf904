// The customer's phone: a customer of the CRM, or an unknown number.

import { html, nothing } from '/sandbox/webjars/lit-html/lit-html.js';
import * as api from './api.js';
import { changed, state } from './state.js';
import { bare, channelName, composer, messages, problem, time } from './parts.js';
import { reaches } from './delivery.js';
import * as follower from './customer-follower.js';
import * as holder from './customer-holder.js';
import { compare, threadsOf } from './customer-threads.js';
import * as reasons from './routing-reason.js';
import * as search from './customer-search.js';
import * as settings from './customer-settings.js';

/** Starts with what the tab showed before a reload, otherwise with a customer of that worker. */
export function prepare(setup, identity) {
  const { own } = setup.workers.find((it) => it.identity === identity) ?? {};
  state.customer = { channel: 'sms', to: undefined, draft: '', since: '', busy: false, search: search.begin() };
  if (!holder.restore()) {
    holder.choose(own && search.numberOf(own) ? own : holder.UNKNOWN);
  }
}

/** Selects among the numbers of the account, which may have changed. */
export function refresh() {
  holder.change({});
}

/** Hands the phone to the customer of the open details. */
export function writeAs({ customer_id: customerId, display_name: name, channels }) {
  holder.choose({ customerId: String(customerId), name, channels });
}

/** Puts a message into the empty text box, and the focus behind it. */
export function suggest(text) {
  const phone = state.customer;
  write(phone, phone.draft.trim() ? phone.draft : text);
  queueMicrotask(() => document.querySelector('[aria-label="Message from the customer"]').focus());
}

/** Shows what has arrived since the last call. Called before the page is rendered. */
export function follow() {
  if (state.customer) {
    follower.follow(state.customer);
  }
}

/** The conversations on the customer's phone. */
export const conversations = () => (state.customer ? shownConversations(state.customer) : []);

const from = ({ channel, number }) => (channel === 'whatsapp' ? `whatsapp:${number}` : number);

const threads = (phone) => threadsOf(holder.numbersOf(phone));

const isShown = (phone) => (it) => it.from === from(phone) && it.to === phone.to;

const shownConversations = (phone) => threads(phone).find(isShown(phone))?.conversations ?? [];

async function send(phone) {
  if (!phone.draft.trim() || phone.busy || !phone.to) {
    return;
  }
  const sent = phone.draft;
  Object.assign(phone, { busy: true, problem: undefined });
  changed();
  try {
    const { conversationSid } = await api.inbound(from(phone), phone.to, sent.trim());
    if (!conversationSid) {
      throw new api.ApiError('The message is lost: the callback server refused the conversation.');
    }
    write(phone, phone.draft === sent ? '' : phone.draft);
  } catch (ex) {
    phone.problem = ex;
  }
  phone.busy = false;
  changed();
}

/** Keeps a draft that is not sent. */
async function stop(phone) {
  const { draft } = phone;
  phone.draft = 'STOP';
  await send(phone);
  write(phone, phone.draft || draft);
}

function write(phone, draft) {
  phone.draft = draft;
  holder.save();
  changed();
}

/** The conversations of this number, if there are several. */
function choices(phone) {
  const all = threads(phone);
  return all.length < 2 ? nothing : html`<nav class="threads" aria-label="Conversations of this customer">${all.map((it) => html`
    <button type="button" aria-pressed=${isShown(phone)(it)} @click=${() => holder.open({ ...it, number: bare(it.from) })}>
      ${channelName(it.channel)} ${bare(it.to)}${holder.isId(bare(it.from)) ? ' without a number' : nothing} <span class="time">${time(it.at)}</span></button>`)}</nav>`;
}

function arrival(phone) {
  return phone.arrival ? html`<div class="arrival" role="status">
    <p>${follower.textOf(phone)}</p>
    <button type="button" @click=${() => follower.show(phone, phone.arrival)}>Show the message</button>
  </div>` : nothing;
}

/** Other customers of a group write from their numbers, workers from the account's number. */
function authorOn(phone, { author }) {
  if (author === from(phone)) {
    return 'You';
  }
  return bare(/^(whatsapp:)?\+\d+$/.test(author) ? author : phone.to);
}

/** Under the first message of a conversation stands the whole reason, under the customer's last one the worker. */
function reached(phone, conversations) {
  const lines = new Map();
  const isOwn = (it) => it.author === from(phone);
  conversations.forEach((it) => {
    const last = it.messages.findLast(isOwn);
    if (last) {
      lines.set(last.sid, () => reasons.line(it, isOwn(it.messages[0]) && last !== it.messages[0]));
    }
    if (it.messages.length && isOwn(it.messages[0])) {
      lines.set(it.messages[0].sid, () => reasons.line(it, false));
    }
  });
  return (message) => lines.get(message.sid)?.() ?? nothing;
}

export function view() {
  const phone = state.customer;
  const conversations = shownConversations(phone);
  const said = conversations.flatMap((it) => it.messages.filter((each) => reaches(it, each, from(phone))))
    .sort((one, other) => compare(one.createdAt, other.createdAt));
  return html`<section class="device" aria-label="Customer's phone">
    <header class="holder">
      <h2>Customer</h2>
      ${search.view(phone.search, { name: phone.name, unknown: holder.UNKNOWN, onChoose: (it) => holder.choose(it) })}
    </header>
    <div class="phone">
      <header class="bar"><h3>Messages</h3></header>
      ${settings.view(phone)}
      ${choices(phone)}
      ${messages(`${from(phone)} ${phone.to}`, said, (it) => it.author === from(phone), (it) => authorOn(phone, it),
        reached(phone, conversations))}
      ${arrival(phone)}
      ${phone.invalid ? problem(phone.invalid) : phone.problem ? problem(phone.problem) : nothing}
      ${composer({
        label: 'Message from the customer',
        value: phone.draft,
        busy: phone.busy,
        onInput: (text) => write(phone, text),
        onSend: () => send(phone),
        extra: html`<button type="button" class="quiet" title="Writes STOP, as a customer who wants no more messages"
          ?disabled=${phone.busy} @click=${() => stop(phone)}>STOP</button>`
      })}
    </div>
  </section>`;
}
