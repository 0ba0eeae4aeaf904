// The state of the page. Call changed() after each change to render the page.

export const state = {
  setup: undefined,
  failure: undefined,
  connected: false,
  conversations: [],
  exchanges: [],
  reasons: new Map(),
  worker: undefined,
  customer: undefined,
  troubles: new Set()
};

let draw = () => {};
let drawing = false;

/** Sets the render function, which runs once for all changes of a microtask. */
export function renderWith(drawer) {
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

/** The open and closed conversations of a worker, the latest message first. */
export function conversationsOf(worker) {
  return state.conversations
    .filter(({ conversation }) => conversation.participants.some((it) => it.identity === worker))
    .sort((one, other) => lastAt(other.conversation).localeCompare(lastAt(one.conversation)));
}

/** The conversations between a customer's number and a number of the account. */
export function conversationsBetween(address, proxyAddress) {
  return state.conversations
    .map(({ conversation }) => conversation)
    .filter((it) => it.participants.some(({ binding }) => binding && binding.address === address
      && (binding.proxyAddress === proxyAddress || !binding.proxyAddress)));
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
