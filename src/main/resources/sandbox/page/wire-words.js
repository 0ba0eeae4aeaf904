// What caused exchanges, in words.

import { customerIn, state } from './state.js';
import * as conversations from './conversations.js';
import { bare, channelName } from './parts.js';
import * as groups from './wire-groups.js';

/** The longest name in full, in characters; a longer one would hide what happened. */
const LONGEST = 60;

function cut(name) {
  const characters = [...String(name)];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : name;
}

function worker({ worker: identity }) {
  return cut(state.setup.workers.find((it) => it.identity === identity)?.name ?? identity);
}

/** The name of the newest conversation with that address, which may be the address itself. */
function customerAt(address) {
  return cut(conversations.withAddress(address).at(-1)?.conversation.friendlyName ?? groups.nameOf(bare(address)) ?? bare(address));
}

const customerOf = (id) => cut(groups.nameOf(id) ?? `customer ${id}`);

/** The customer of a conversation. */
function customer({ conversationSid }) {
  const conversation = conversations.withSid(conversationSid)?.conversation;
  return cut(conversation?.friendlyName ?? bare(customerIn(conversation ?? { participants: [] })?.binding.address ?? 'a customer'));
}

const WORDS = {
  START_UP: () => 'Start-up',
  CUSTOMER_WRITES: (it) => `${customerAt(it.address)} writes by ${channelName(it.channel)}`,
  CUSTOMERS_LISTED: (it) => `${worker(it)} opens My Customers`,
  CUSTOMERS_SCROLLED: (it) => `${worker(it)} scrolls My Customers`,
  CUSTOMERS_SEARCHED: (it) => `${worker(it)} searches “${cut(it.query)}”`,
  CUSTOMER_OPENED: (it) => `${worker(it)} opens the details of ${customerOf(it.customerId)}`,
  TEMPLATES_OPENED: (it) => `${worker(it)} opens the templates for ${customer(it)}`,
  CONVERSATION_STARTED: (it) => `${worker(it)} starts a conversation with ${customerOf(it.customerId)} by ${channelName(it.channel)}`,
  WORKER_WRITES: (it) => `${worker(it)} writes to ${customer(it)}`,
  CONVERSATION_CLOSED: (it) => `A worker closes the conversation with ${customer(it)}`,
  WORKER_JOINS: (it) => `${worker(it)} joins the conversation with ${customer(it)}`,
  WORKER_LEAVES: (it) => `${worker(it)} leaves the conversation with ${customer(it)}`,
  DOCTOR: () => 'The doctor examines the installation',
  BACKGROUND: () => 'Background work'
};

export const words = ({ kind, about }) => WORDS[kind](about);

const several = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** How the exchanges of a group ended. */
export function outcome({ calls, notes, failures, worst }) {
  const parts = [];
  if (calls) {
    parts.push(several(calls, 'call'));
    parts.push(failures ? `${failures} failed, ${worst ? `worst ${worst}` : 'without an answer'}` : 'all went well');
  }
  if (notes) {
    parts.push(several(notes, 'note'));
  }
  return parts.join(', ');
}
