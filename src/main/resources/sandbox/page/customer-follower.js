// Shows at once what reaches a customer, unless a draft or an unfinished number would be lost from sight.

import { attributesOf, state } from './state.js';
import { channelName } from './parts.js';
import { arrived } from './customer-threads.js';
import * as holder from './customer-holder.js';

const workerName = (identity) => state.setup.workers.find((it) => it.identity === identity)?.name ?? identity;

export function follow(phone) {
  const { since, event } = arrived(holder.numbersOf(phone), phone.since);
  if (since !== phone.since) {
    phone.since = since;
    holder.save();
  }
  if (phone.arrival && isShown(phone, phone.arrival)) {
    phone.arrival = undefined;
  }
  if (event && !isShown(phone, event)) {
    if (phone.draft.trim() || phone.typed !== undefined) {
      phone.arrival = event;
    } else {
      show(phone, event);
    }
  }
}

const isShown = (phone, { number, channel, to }) => phone.number === number && phone.channel === channel && phone.to === to;

/** Says what arrived; the conversation may have got its name meanwhile. */
export function textOf(phone) {
  const { number, channel, author, conversation: { sid } } = phone.arrival;
  const { conversation } = state.conversations.find(({ conversation: it }) => it.sid === sid) ?? phone.arrival;
  const whom = holder.numbersOf(phone).has(number) ? 'this customer' : conversation.friendlyName ?? number;
  return `${workerName(author)} ${conversation.messages.length ? 'wrote to' : 'started a conversation with'} ${whom} by ${channelName(channel)}.`;
}

/** Hands the phone to the customer who is reached. */
export function show(phone, { conversation, attributes, number, channel, to }) {
  phone.arrival = undefined;
  if (holder.numbersOf(phone).has(number)) {
    holder.open({ channel, number, to });
    return;
  }
  const { customer_id: customerId } = attributesOf({ attributes });
  holder.choose({ name: conversation.friendlyName ?? number, customerId, number });
  holder.change({ channel, to });
  if (!holder.isId(number)) {
    holder.identify(number, customerId);
  }
}
