// The customer's phone: a customer of the CRM, or an unknown number.

import { html, nothing } from '/sandbox/webjars/lit-html/lit-html.js';
import { live } from '/sandbox/webjars/lit-html/directives/live.js';
import * as api from './api.js';
import { changed, conversationsBetween, state } from './state.js';
import { bare, channelName, channelOf, composer, messages, problem } from './parts.js';

const UNKNOWN = { name: 'Unknown customer', number: '+12025550143' };

function numberOf(channels) {
  const value = channels?.find((it) => it.type === 'sms' || it.type === 'whatsapp')?.value;
  return value && bare(value);
}

function peopleOf(setup) {
  return [...setup.people.map((it) => ({ name: it.name, number: numberOf(it.channels) })).filter((it) => it.number), UNKNOWN];
}

/** Starts with a customer of that worker, if there is one. */
export function prepare(setup, worker) {
  const own = setup.people.find((it) => it.owners.includes(worker.toLowerCase()))?.name;
  const people = peopleOf(setup);
  const first = people.find((it) => it.name === own) ?? people[0];
  state.customer = { people, channel: 'sms', to: undefined, draft: '', busy: false };
  choose(first);
}

/** Lets the phone write as a customer whose details are open. */
export function writeAs(customer) {
  const person = { name: customer.display_name, number: numberOf(customer.channels) };
  if (!state.customer.people.some((it) => it.name === person.name)) {
    state.customer.people = [person, ...state.customer.people];
  }
  choose(person);
}

/** Changes the customer or channel, and selects a number of the account on that channel. */
function choose(change) {
  const phone = Object.assign(state.customer, change, { problem: undefined });
  const numbers = state.setup.numbers.filter((it) => channelOf(it) === phone.channel);
  phone.to = numbers.includes(phone.to) ? phone.to : numbers[0];
  changed();
}

const from = (phone) => (phone.channel === 'whatsapp' ? `whatsapp:${phone.number}` : phone.number);

async function send(phone) {
  if (!phone.draft.trim() || phone.busy) {
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
    phone.draft = phone.draft === sent ? '' : phone.draft;
  } catch (ex) {
    phone.problem = ex;
  }
  phone.busy = false;
  changed();
}

function person(phone, index) {
  const { name, number } = phone.people[index];
  choose({ name, number });
}

function settings(phone) {
  const numbers = state.setup.numbers.filter((it) => channelOf(it) === phone.channel);
  const dial = (number) => choose({ number, name: phone.people.find((it) => it.number === number)?.name ?? UNKNOWN.name });
  return html`<div class="settings">
    <label>Number <input type="tel" inputmode="tel" autocomplete="off" .value=${phone.number}
      @change=${(event) => dial(event.target.value.trim())}></label>
    <fieldset><legend>By</legend>${['sms', 'whatsapp'].map((it) => html`<label><input type="radio" name="channel"
      .checked=${live(phone.channel === it)} @change=${() => choose({ channel: it })}> ${channelName(it)}</label>`)}</fieldset>
    <label>To <select aria-label="To" @change=${(event) => choose({ to: event.target.value })}>${numbers.map((it) => html`
      <option value=${it} .selected=${live(it === phone.to)}>${bare(it)}</option>`)}</select></label>
  </div>`;
}

export function view() {
  const phone = state.customer;
  const said = conversationsBetween(from(phone), phone.to).flatMap((it) => it.messages)
    .sort((one, other) => one.createdAt.localeCompare(other.createdAt));
  return html`<section class="device" aria-label="Customer's phone">
    <header class="holder">
      <h2>Customer</h2>
      <select aria-label="Customer" @change=${(event) => person(phone, Number(event.target.value))}>
        ${phone.people.map((it, index) => html`<option value=${index} .selected=${live(it.name === phone.name)}>${it.name}</option>`)}
      </select>
    </header>
    <div class="phone">
      <header class="bar"><h3>Messages</h3></header>
      ${settings(phone)}
      ${messages(said, (it) => it.author === from(phone), (it) => (it.author === from(phone) ? 'You' : bare(phone.to)))}
      ${phone.problem ? problem(phone.problem) : nothing}
      ${composer({
        label: 'Message from the customer',
        value: phone.draft,
        busy: phone.busy,
        onInput: (text) => {
          phone.draft = text;
          changed();
        },
        onSend: () => send(phone)
      })}
    </div>
  </section>`;
}
