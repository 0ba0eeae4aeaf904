// The messages that a worker has not seen: those after the last message that was on the screen of that worker's phone.

import { state } from './state.js';
import * as memory from './memory.js';

const KEY = 'seen';

/** The maximum number of conversations of a worker to remember; those of a former sandbox go first. */
const MOST = 500;

/** By worker and conversation, the SID of the last message that the worker has seen. */
const seen = memory.read(KEY, {});

/** Counts the messages of others that a worker has not seen in a conversation. */
export function unreadIn({ sid, messages }, worker) {
  const last = seen[worker]?.[sid];
  let count = 0;
  for (let at = messages.length - 1; at >= 0 && messages[at].sid !== last; at--) {
    count += messages[at].author === worker ? 0 : 1;
  }
  return count;
}

/** Marks all messages of a conversation as seen. */
export function markSeen({ sid, messages }, worker) {
  const last = messages.at(-1)?.sid;
  if (last && seen[worker]?.[sid] !== last) {
    const others = Object.entries(seen[worker] ?? {}).filter(([it]) => it !== sid);
    seen[worker] = Object.fromEntries([...others, [sid, last]].slice(-MOST));
    memory.write(KEY, seen);
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
