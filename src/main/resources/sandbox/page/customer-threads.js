// The conversations of a number, and the newest one that its phone has to show.

import { withAddress } from './conversations.js';
import { reaches } from './delivery.js';
import { customerIn, lastAt, state } from './state.js';
import { bare, channelOf } from './parts.js';

/** Orders instants. Their fraction has any length, so the Z at their end must not be compared. */
export function compare(one, other) {
  const [a, b] = [one.slice(0, -1), other.slice(0, -1)];
  return a < b ? -1 : Number(a > b);
}

/** The number of the account that a customer's participant writes to; a group MMS has one for all. */
function ownNumber(conversation, { proxyAddress }) {
  return proxyAddress ?? conversation.participants.find((it) => it.binding?.projectedAddress)?.binding.projectedAddress;
}

const workersIn = (conversation) => conversation.participants.filter((it) => it.identity).map((it) => it.identity);

/** Whether a worker has started this conversation and not written yet. */
const isStarted = (conversation) => !conversation.messages.length && workersIn(conversation).length > 0;

/** The pairs of addresses with conversations of these numbers, the newest first. */
export function threadsOf(numbers) {
  const threads = new Map();
  const found = new Set([...numbers].flatMap((it) => [...withAddress(it), ...withAddress(`whatsapp:${it}`)]));
  found.forEach(({ conversation }) => conversation.participants.forEach(({ binding }) => {
    const to = binding?.address && numbers.has(bare(binding.address)) && ownNumber(conversation, binding);
    if (to) {
      const key = `${binding.address} ${to}`;
      const thread = threads.get(key) ?? { from: binding.address, channel: channelOf(binding.address), to, conversations: [] };
      thread.conversations.push(conversation);
      threads.set(key, thread);
    }
  }));
  return [...threads.values()]
    .map((it) => ({ ...it, at: it.conversations.map(lastAt).sort(compare).at(-1) }))
    .sort((one, other) => compare(other.at, one.at));
}

/** The customer with one of these numbers, otherwise the first one; a group MMS has several. */
const reached = (conversation, numbers) => conversation.participants
  .find(({ binding }) => binding?.address && numbers.has(bare(binding.address))) ?? customerIn(conversation);

/** Whether the phone with these numbers shows the last event: always its own, others only from the visible worker. */
function concerns(conversation, customer, numbers) {
  const last = conversation.messages.at(-1);
  if (last && !reaches(conversation, last, customer.binding.address)) {
    return false;
  }
  const author = last?.author;
  if (numbers.has(bare(customer.binding.address))) {
    return author !== customer.binding.address;
  }
  const { identity } = state.worker;
  return author ? author === identity : workersIn(conversation).includes(identity);
}

/**
 * Returns the newest conversation that the phone has to show, and the time up to which all were seen.
 * A conversation without messages counts once a worker is in it.
 */
export function arrived(numbers, since) {
  const seen = state.conversations.map(({ conversation }) => ({ conversation, at: lastAt(conversation) }))
    .filter(({ conversation, at }) => compare(at, since) > 0 && customerIn(conversation)
      && (conversation.messages.length || isStarted(conversation)))
    .sort((one, other) => compare(other.at, one.at));
  const found = seen.find(({ conversation }) => concerns(conversation, reached(conversation, numbers), numbers));
  if (!found) {
    return { since: seen[0]?.at ?? since };
  }
  const { binding, attributes } = reached(found.conversation, numbers);
  return {
    since: seen[0].at,
    event: {
      conversation: found.conversation,
      attributes,
      number: bare(binding.address),
      channel: channelOf(binding.address),
      to: ownNumber(found.conversation, binding),
      author: found.conversation.messages.at(-1)?.author ?? workersIn(found.conversation).at(-1)
    }
  };
}
