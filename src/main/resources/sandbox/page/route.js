// The URL of the worker's phone: which worker, which screen, and of which customer or conversation.

/** Returns the parameters after the # of the URL: worker, screen, customer and conversation. */
export function current() {
  return Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
}

/** Adds a place to the browser's history, unless the browser is there. */
export function push(route) {
  if (hash(route) !== location.hash) {
    history.pushState(null, '', hash(route));
  }
}

/** Corrects the URL of the current place. */
export function replace(route) {
  history.replaceState(null, '', hash(route));
}

/** Calls the listener when the user goes back or forward, or edits the URL. */
export function follow(listener) {
  addEventListener('popstate', () => listener(current()));
}

/** Leaves out parameters without a value, and keeps @ readable. */
function hash(route) {
  const given = Object.entries(route).filter(([, value]) => value !== undefined);
  return `#${given.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%40', '@')}`).join('&')}`;
}
