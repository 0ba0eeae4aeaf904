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
  worker: undefined,
  customer: undefined,
  troubles: new Set(),
  /** Why a switch could not be changed. */
  switchProblem: undefined
};

let draw = () => {};
let drawing = false;
let frame;
let timer;

/** How long a hidden tab, which has no animation frames, waits for more changes, in milliseconds. */
const HIDDEN = 500;

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
  if (document.hidden) {
    timer ??= setTimeout(render, HIDDEN);
  } else {
    frame ??= requestAnimationFrame(render);
  }
}

function render() {
  drawing = false;
  cancelAnimationFrame(frame);
  clearTimeout(timer);
  frame = timer = undefined;
  draw();
}

/** The open and closed conversations of a worker, the latest message first. */
export function conversationsOf(worker) {
  return [...conversations.withIdentity(worker)];
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
