// The state of the page. Call changed() after each change to render the page.

import * as conversations from './conversations.js';

export { lastAt } from './conversations.js';

export const state = {
  setup: undefined,
  failure: undefined,
  /** Undefined until the first connection. */
  connected: undefined,
  /** Which run of the sandbox the page shows. */
  run: undefined,
  restarted: false,
  conversations: conversations.all,
  reasons: new Map(),
  worker: undefined,
  customer: undefined,
  troubles: new Set()
};

let draw = () => {};
let drawing = false;
let frame;

/** Sets the render function. */
export function renderWith(drawer) {
  draw = drawer;
}

/** Renders once for all changes of a microtask. Call it after an action of the user. */
export function changed() {
  if (!drawing) {
    drawing = true;
    queueMicrotask(render);
  }
}

/** Renders once for all changes of an animation frame. Call it after changes that the sandbox sent. */
export function received() {
  frame ??= requestAnimationFrame(render);
}

function render() {
  drawing = false;
  cancelAnimationFrame(frame);
  frame = undefined;
  draw();
}

/** The open and closed conversations of a worker, the latest message first. */
export function conversationsOf(worker) {
  return [...conversations.withIdentity(worker)];
}

/** The conversations between a customer's number and a number of the account. */
export function conversationsBetween(address, proxyAddress) {
  return conversations.withAddress(address)
    .map(({ conversation }) => conversation)
    .filter((it) => it.participants.some(({ binding }) => binding && binding.address === address
      && (binding.proxyAddress === proxyAddress || !binding.proxyAddress)));
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
