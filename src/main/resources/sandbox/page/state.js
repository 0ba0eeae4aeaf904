// All that the page knows, in one place. Whoever changes it says so, and the page is drawn anew.

export const state = {
  setup: undefined,
  failure: undefined,
  connected: false,
  conversations: [],
  exchanges: [],
  reasons: new Map(),
  worker: undefined,
  customer: undefined,
  troubles: new Set(),
  theirs: ''
};

let draw = () => {};
let drawing = false;

/** Has the page drawn by this function, once for all changes of a moment. */
export function drawnBy(drawer) {
  draw = drawer;
}

export function changed() {
  if (!drawing) {
    drawing = true;
    queueMicrotask(() => {
      drawing = false;
      draw();
    });
  }
}

/** The open and closed conversations that a worker is in, the latest message first. */
export function conversationsOf(worker) {
  return state.conversations
    .filter(({ conversation }) => conversation.participants.some((it) => it.identity === worker))
    .sort((one, other) => lastAt(other.conversation).localeCompare(lastAt(one.conversation)));
}

/** The conversations that a customer's number is in, at one number of ours. */
export function conversationsBetween(address, ours) {
  return state.conversations
    .map(({ conversation }) => conversation)
    .filter((it) => it.participants.some(({ binding }) => binding && binding.address === address
      && (binding.proxyAddress === ours || !binding.proxyAddress)));
}

export function lastAt(conversation) {
  return conversation.messages.at(-1)?.createdAt ?? conversation.createdAt;
}

/** The participant who is a customer at a number; undefined in a chat. */
export function customerIn(conversation) {
  return conversation.participants.find((it) => it.binding?.address);
}

export function attributesOf(thing) {
  try {
    return JSON.parse(thing?.attributes ?? '{}') ?? {};
  } catch {
    return {};
  }
}
