// The customer who has the customer's phone, and the numbers in use. Survives a reload of the tab.

import * as api from './api.js';
import { changed, state } from './state.js';
import { bare, channelOf } from './parts.js';
import { threadsOf } from './customer-threads.js';

const KEY = 'frontline-sandbox-customer';

const KEPT = ['name', 'customerId', 'numbers', 'visible', 'number', 'channel', 'to', 'draft', 'since'];

export const UNKNOWN = { name: 'Unknown customer', number: '+12025550143' };

/** The number for each channel; some customers have one for SMS and another for WhatsApp. */
function numbersFor({ number, channels = [] }) {
  const on = (type) => channels.find((it) => it.type === type)?.value;
  return number ? { sms: number, whatsapp: number } : { sms: on('sms'), whatsapp: on('whatsapp') && bare(on('whatsapp')) };
}

/** Whether this is the id of a WhatsApp user whose number is not visible. */
export const isId = (number) => /^[A-Z]{2}\./.test(number);

/** An id that does not show the number. */
const idFor = (number) => `US.${BigInt(number.replaceAll(/\D/g, '') || 0) * 7919n}`;

/** Hides the number from WhatsApp's businesses, or shows it again. */
export function hide(hidden) {
  const { numbers, number, visible } = state.customer;
  change({ visible: hidden ? number : undefined, numbers: { ...numbers, whatsapp: hidden ? idFor(number) : visible } });
}

/** Shows the conversations between a number of the customer and a number of the account. */
export function open({ channel, number, to }) {
  const { numbers, visible } = state.customer;
  change({ channel, to, numbers: { ...numbers, [channel]: number }, visible: numbers.whatsapp === number ? visible : undefined });
}

export const numbersOf = ({ numbers, number, visible }) => new Set([number, numbers.sms, numbers.whatsapp, visible].filter(Boolean));

export const accountNumbers = (channel) => state.setup.numbers.filter((it) => channelOf(it) === channel);

/** Hands the phone to a person with a number or channels, and shows the newest conversation. */
export function choose(person) {
  const { name, customerId } = person;
  const numbers = numbersFor(person);
  const [newest] = threadsOf(numbersOf({ numbers }));
  const { channel } = newest ?? state.customer;
  const usable = [channel, 'sms', 'whatsapp'].find((it) => numbers[it] !== undefined);
  change({ name, customerId, numbers, channel: usable, to: newest?.to, note: undefined, visible: undefined });
}

/** Changes the channel or a number, and selects a number of the account on that channel. */
export function change(changes) {
  const phone = Object.assign(state.customer, changes, { problem: undefined, invalid: undefined, typed: undefined });
  const { sms, whatsapp } = phone.numbers;
  phone.number = phone.numbers[phone.channel] ?? sms ?? whatsapp;
  const numbers = accountNumbers(phone.channel);
  phone.to = numbers.includes(phone.to) ? phone.to : numbers[0];
  save();
  changed();
}

/** Keeps an unfinished number, so that the page can be rendered meanwhile. */
export function type(typed) {
  state.customer.typed = typed;
  changed();
}

/** Changes the number as a person writes it, and finds its customer. */
export async function dial(written) {
  const number = written.trim();
  choose({ name: UNKNOWN.name, number });
  if (isId(number)) {
    change({ channel: 'whatsapp' });
    return;
  }
  await identify(number);
}

/** Shows the customer of a number, preferably the one with that id. */
export async function identify(number, customerId) {
  const isCurrent = () => state.customer.number === number;
  try {
    const found = await api.peopleAt(number);
    if (isCurrent()) {
      show(found, customerId);
    }
  } catch (ex) {
    if (isCurrent()) {
      state.customer.invalid = ex;
    }
  }
  changed();
}

function show({ number, remark, people, answered }, preferredId) {
  const phone = state.customer;
  const { name, customerId } = people.find((it) => it.customerId === preferredId) ?? people[0]
    ?? (answered && !state.setup.target ? UNKNOWN : phone);
  if (number === phone.number) {
    change({ name, customerId });
  } else {
    choose({ name, customerId, number });
  }
  phone.note = noteOn(people.length - 1, answered) ?? (remark ? `About this number: ${remark}.` : undefined);
}

function noteOn(others, answered) {
  if (!answered) {
    return 'Your CRM did not answer, so the name of this number is not known.';
  }
  return others > 0 ? `${others === 1 ? 'Another customer has' : `${others} other customers have`} this number too.` : undefined;
}

/** Keeps the phone for a reload; a browser may forbid it. */
export function save() {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(KEPT.map((it) => [it, state.customer[it]]))));
  } catch {
    // Then a reload starts anew.
  }
}

/** Lets the next reload start anew. */
export function forget() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Then nothing was kept.
  }
}

/** Returns whether the tab had a phone. Its customer may have changed meanwhile. */
export function restore() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY));
    if (!kept) {
      return false;
    }
    Object.assign(state.customer, kept);
    change({});
    const number = kept.visible ?? kept.number;
    if (!isId(number)) {
      identify(number, kept.customerId);
    }
    return true;
  } catch {
    return false;
  }
}
