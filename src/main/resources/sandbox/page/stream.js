// The stream of changes that the sandbox sends.

import * as conversations from './conversations.js';
import { received, state } from './state.js';
import * as groups from './wire-groups.js';

/** Starts again with what the sandbox sends next. A restarted sandbox has none of the former conversations. */
function start({ run }) {
  state.restarted = state.restarted || (state.run !== undefined && state.run !== run);
  state.run = run;
  state.connected = true;
  conversations.clear();
  groups.clear();
}

const HANDLERS = {
  start,
  switches: (on) => {
    state.troubles = new Set(on);
  },
  conversations: (changes) => {
    changes.forEach(conversations.change);
    // The new conversations make the message obsolete.
    state.restarted = false;
  },
  exchanges: (list) => list.forEach(groups.add)
};

/**
 * Listens until the page is closed.
 * @param reconnected called when the sandbox answers again after a failure
 */
export function listen(reconnected) {
  const events = new EventSource('/sandbox/api/events');
  let failed = false;
  Object.entries(HANDLERS).forEach(([name, handle]) => events.addEventListener(name, ({ data }) => {
    handle(JSON.parse(data));
    received();
  }));
  events.addEventListener('open', () => {
    if (failed) {
      reconnected();
    }
  });
  events.addEventListener('error', () => {
    failed = true;
    state.connected = false;
    received();
  });
}

/** What is wrong with the connection; empty if nothing is. */
export function connection() {
  if (state.connected === false) {
    return 'Not connected. The sandbox may have stopped.';
  }
  return state.restarted ? 'The sandbox has restarted. Its former conversations are gone.' : '';
}
