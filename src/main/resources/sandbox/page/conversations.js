// All conversations, with indexes, so that a change costs what it changes.

/** Entries { conversation, wantsTemplate }. An entry stays the same object; a change replaces its conversation. */
export const all = [];

const bySid = new Map();

/** The entries of each identity, the latest message first. */
const byIdentity = new Map();

/** The entries of each customer's address, the oldest first. */
const byAddress = new Map();

export function lastAt(conversation) {
  return conversation.messages.at(-1)?.createdAt ?? conversation.createdAt;
}

/** Instants have a fraction of any length, so that the Z at their end must not be compared. */
export const isBefore = (one, other) => one.slice(0, -1) < other.slice(0, -1);

export const withSid = (sid) => bySid.get(sid);

export const withIdentity = (identity) => byIdentity.get(identity) ?? [];

export const withAddress = (address) => byAddress.get(address) ?? [];

export function clear() {
  all.length = 0;
  [bySid, byIdentity, byAddress].forEach((it) => it.clear());
}

/** Applies a change: a new state with the messages from a position on, or no conversation if it is deleted. */
export function change({ sid, conversation, from, templatesFrom }) {
  const entry = bySid.get(sid);
  if (entry) {
    unlist(entry);
  }
  if (!conversation) {
    forget(entry);
    return;
  }
  const known = entry?.conversation.messages.slice(0, from) ?? [];
  const changed = Object.assign(entry ?? add(sid), {
    conversation: { ...conversation, messages: [...known, ...conversation.messages] },
    templatesFrom: templatesFrom ? Date.parse(templatesFrom) : Infinity
  });
  enlist(changed);
}

function add(sid) {
  const entry = {
    get wantsTemplate() {
      return this.templatesFrom <= Date.now();
    }
  };
  bySid.set(sid, entry);
  all.push(entry);
  return entry;
}

function forget(entry) {
  if (entry) {
    bySid.delete(entry.conversation.sid);
    all.splice(all.indexOf(entry), 1);
  }
}

function identities({ conversation }) {
  return conversation.participants.map((it) => it.identity).filter((it) => it);
}

function addresses({ conversation }) {
  return conversation.participants.map((it) => it.binding?.address).filter((it) => it);
}

function listIn(map, key) {
  if (!map.has(key)) {
    map.set(key, []);
  }
  return map.get(key);
}

function enlist(entry) {
  const last = lastAt(entry.conversation);
  identities(entry).forEach((it) => {
    const list = listIn(byIdentity, it);
    const place = list.findIndex((other) => !isBefore(last, lastAt(other.conversation)));
    list.splice(place < 0 ? list.length : place, 0, entry);
  });
  addresses(entry).forEach((it) => {
    const list = listIn(byAddress, it);
    const place = list.findIndex((other) => isBefore(entry.conversation.createdAt, other.conversation.createdAt));
    list.splice(place < 0 ? list.length : place, 0, entry);
  });
}

function unlist(entry) {
  const removeFrom = (list) => list.splice(list.indexOf(entry), 1);
  identities(entry).forEach((it) => removeFrom(byIdentity.get(it)));
  addresses(entry).forEach((it) => removeFrom(byAddress.get(it)));
}
