// The messages that a worker has not seen: those after the last message that was on the screen of that worker's phone.

import { changed, state } from './state.js';
import * as memory from './memory.js';

const KEY = 'seen';

/** The maximum number of conversations of a worker to remember; those of a former sandbox go first. */
const MOST = 500;

/** By worker and conversation, the SID of the last message that the worker has seen in any tab. */
let seen = memory.readShared(KEY, {});

/** The counts by conversation and worker. A change replaces the conversation. */
let counts = new WeakMap();

memory.onShared(KEY, () => {
  seen = memory.readShared(KEY, {});
  counts = new WeakMap();
  changed();
});

/** Counts the messages of others that a worker has not seen in a conversation. */
export function unreadIn(conversation, worker) {
  const known = counts.get(conversation) ?? new Map();
  if (!known.has(worker)) {
    known.set(worker, count(conversation, worker));
    counts.set(conversation, known);
  }
  return known.get(worker);
}

function count({ sid, messages }, worker) {
  const last = seen[worker]?.[sid];
  let number = 0;
  for (let at = messages.length - 1; at >= 0 && messages[at].sid !== last; at--) {
    number += messages[at].author === worker ? 0 : 1;
  }
  return number;
}

/** Marks all messages of a conversation as seen. */
export function markSeen(conversation, worker) {
  const { sid, messages } = conversation;
  const last = messages.at(-1)?.sid;
  if (last && seen[worker]?.[sid] !== last) {
    const others = Object.entries(seen[worker] ?? {}).filter(([it]) => it !== sid);
    seen[worker] = Object.fromEntries([...others, [sid, last]].slice(-MOST));
    counts.delete(conversation);
    memory.writeShared(KEY, seen);
  }
}

/** Counts the unread messages of each worker who has some, with the conversation that has the latest one. */
export function unreadByWorker() {
  const workers = new Map();
  for (const { conversation } of state.conversations) {
    for (const { identity } of conversation.participants) {
      const count = identity ? unreadIn(conversation, identity) : 0;
      if (count) {
        add(workers, identity, count, conversation);
      }
    }
  }
  return workers;
}

/** Counts the unread messages of all workers. */
export function totalUnread() {
  const workers = unreadByWorker();
  return state.setup.workers.reduce((sum, { identity }) => sum + (workers.get(identity)?.count ?? 0), 0);
}

function add(workers, identity, count, conversation) {
  const found = workers.get(identity) ?? { count: 0, latest: '' };
  // Without its Z, an instant with a longer fraction is the later one.
  const at = conversation.messages.at(-1).createdAt.slice(0, -1);
  const { latest, sid } = at > found.latest ? { latest: at, sid: conversation.sid } : found;
  workers.set(identity, { count: found.count + count, latest, sid });
}
