// The worker's phone: the current screen and the navigation between screens.

import { html } from '/sandbox/webjars/lit-html/lit-html.js';
import { keyed } from '/sandbox/webjars/lit-html/directives/keyed.js';
import { changed, state } from './state.js';
import * as customers from './customers-screen.js';
import * as details from './details-screen.js';
import * as chats from './chats-screen.js';
import * as conversation from './conversation-screen.js';
import * as panes from './panes.js';
import * as route from './route.js';
import * as selector from './worker-selector.js';
import { expectHeading } from './focus.js';
import { badge } from './parts.js';
import { markSeen, totalUnread, unreadByWorker } from './unread.js';

const SCREENS = { customers: 'My Customers', details: 'Customer', chats: 'Chats', conversation: 'Conversation' };

/** Opens the screen that the URL names, by default of the first worker, and follows Back and Forward. */
export function begin(first) {
  state.worker = { identity: first };
  follow(route.current());
  route.follow((to) => {
    expectHeading();
    follow(to);
  });
}

/** Loads the current place again. The workers and customers may have changed. */
export function refresh(first) {
  const identity = (workerNamed(state.worker.identity) ?? { identity: first }).identity;
  const to = place();
  state.worker = { identity };
  follow(identity === to.worker ? to : { worker: identity });
}

/** Shows a place that the URL names, and corrects what it names wrongly. */
function follow(to) {
  apply(to);
  route.replace(place());
}

/** Where the phone is, as the URL says it. */
function place() {
  const { identity: worker, screen, customerId: customer, sid: conversation } = state.worker;
  return { worker, screen, customer, conversation };
}

const workerNamed = (name) => state.setup.workers.find((it) => it.identity.toLowerCase() === name?.toLowerCase());

/** Shows a place; My Customers of the current worker if the worker or screen is unknown. */
function apply(to) {
  const known = workerNamed(to.worker);
  const { identity } = known ?? state.worker;
  const { screen, customer, conversation: sid } = known ? to : {};
  if (state.worker.identity !== identity) {
    state.worker = { identity };
  }
  const phone = Object.assign(state.worker, { screen: 'customers', customerId: undefined, sid: undefined, details: undefined });
  if (screen === 'details' && customer) {
    Object.assign(phone, { screen, customerId: customer, details: details.begin(identity, customer) });
  } else if (screen === 'conversation' && sid) {
    Object.assign(phone, { screen, sid, conversation: conversation.begin(identity, sid) });
  } else if (screen === 'chats') {
    phone.screen = screen;
  } else {
    phone.list ??= customers.begin(identity);
  }
  changed();
}

function navigate(to) {
  expectHeading();
  apply({ worker: state.worker.identity, ...to });
  route.push(place());
  panes.show('worker');
}

/** Signs a worker in. The focus stays where the worker is chosen. */
function signIn(worker) {
  expectHeading(false);
  apply({ worker });
  route.push(place());
}

/** Opens a worker's phone, on a conversation if one is given. */
export function openWorker(worker, { conversationSid } = {}) {
  navigate(conversationSid ? { worker, screen: 'conversation', conversation: conversationSid } : { worker, screen: 'chats' });
}

export function openCustomers() {
  navigate({ screen: 'customers' });
}

export function openDetails(customerId) {
  navigate({ screen: 'details', customer: String(customerId) });
}

export function openChats() {
  navigate({ screen: 'chats' });
}

export function openConversation(sid) {
  navigate({ screen: 'conversation', conversation: sid });
}

function screen(worker) {
  switch (worker.screen) {
    case 'details':
      return details.view(worker.details, { back: openCustomers, startConversation: openConversation });
    case 'chats':
      return chats.view(worker.identity, { open: openConversation });
    case 'conversation':
      return conversation.view(worker.conversation, { back: openChats, details: openDetails });
    default:
      return customers.view(worker.list, { open: openDetails });
  }
}

/** The conversation on the worker's phone, if one is open. */
export function conversations() {
  const { screen: on, conversation: open } = state.worker;
  const shown = on === 'conversation' && conversation.shownIn(open);
  return shown ? [shown.conversation] : [];
}

/** Marks what is on the screen as seen. Called before the page is rendered. */
export function look() {
  if (panes.isShown('worker')) {
    conversations().forEach((it) => markSeen(it, state.worker.identity));
  }
}

/** The title of the page, which the browser shows at its tab and in its history. */
export function title() {
  const unread = totalUnread();
  return `${unread ? `(${unread}) ` : ''}${SCREENS[state.worker.screen]} · ${selector.nameOf(state.worker.identity)} · Frontline sandbox`;
}

function tab(label, current, open, unread) {
  return html`<button type="button" aria-current=${current ? 'page' : 'false'} @click=${open}>${label}${badge(unread)}</button>`;
}

export function view() {
  const { worker } = state;
  const unread = unreadByWorker();
  const onCustomers = worker.screen === 'customers' || worker.screen === 'details';
  return html`<section class="device" aria-label="Worker's phone">
    ${selector.view(unread, { signIn, openWorker })}
    <div class="phone">
      ${keyed(Object.values(place()).join(' '), screen(worker))}
      <nav class="tabs" aria-label="Frontline">
        ${tab('My Customers', onCustomers, openCustomers)}
        ${tab('Chats', !onCustomers, openChats, unread.get(worker.identity)?.count)}
      </nav>
    </div>
  </section>`;
}
