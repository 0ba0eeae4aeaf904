// The stream of changes that the sandbox sends.

import * as conversations from './conversations.js';
import { received, state } from './state.js';
import * as groups from './wire-groups.js';
import * as turns from './turns.js';

/** Called when the sandbox has restarted: its workers, customers and numbers may be others. */
let restarted;

/** Starts again with what the sandbox sends next. A restarted sandbox has none of the former conversations. */
function start({ run }) {
  const former = state.run;
  Object.assign(state, { run, connected: true });
  conversations.clear();
  groups.clear();
  if (former !== undefined && former !== run) {
    state.restarted = true;
    restarted();
  }
}

/** How soon the page connects again if the browser does not, in milliseconds. */
const RECONNECT = 1000;

const HANDLERS = {
  start,
  switches: (on) => {
    state.troubles = new Set(on);
    state.switchProblem = undefined;
  },
  conversations: (changes) => {
    changes.forEach(conversations.change);
    // The new conversations make the message obsolete.
    state.restarted = false;
  },
  exchanges: (list) => list.forEach(groups.add)
};

/**
 * Listens until the page is closed, or a tab that is seen needs the connection of this hidden one.
 * @param onRestart called when the page is connected to a sandbox that has restarted
 */
export function listen(onRestart) {
  restarted = onRestart;
  turns.take(connect);
}

/** Returns a function that closes the connection. */
function connect() {
  let events;
  let timer;
  const open = () => {
    events = new EventSource('/sandbox/api/events');
    Object.entries(HANDLERS).forEach(([name, handle]) => events.addEventListener(name, ({ data }) => {
      handle(JSON.parse(data));
      received();
    }));
    events.addEventListener('error', () => {
      state.connected = false;
      received();
      // The browser gives up after an answer that is no stream, such as the 404 of another server on this port.
      if (events.readyState === EventSource.CLOSED) {
        timer = setTimeout(open, RECONNECT);
      }
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    events.close();
  };
}

/** What is wrong with the connection; empty if nothing is. */
export function connection() {
  if (state.connected === false) {
    return 'Not connected. The sandbox may have stopped.';
  }
  return state.restarted ? 'The sandbox has restarted. Its former conversations are gone.' : '';
}
