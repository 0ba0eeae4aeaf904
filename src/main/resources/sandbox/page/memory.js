// Values that survive a reload: in this tab, such as drafts, or in all tabs. A storage that is full or forbidden keeps
// nothing.

const PREFIX = 'frontline-sandbox.';

/** Returns the value of a key in this tab, or the fallback if nothing is kept. */
export function read(key, fallback) {
  return readFrom(() => sessionStorage, key, fallback);
}

/** Returns the value of a key that all tabs share, or the fallback. */
export function readShared(key, fallback) {
  return readFrom(() => localStorage, key, fallback);
}

/** A browser that forbids a storage throws an error when the page asks for it. */
function readFrom(storage, key, fallback) {
  try {
    return JSON.parse(storage().getItem(PREFIX + key)) ?? fallback;
  } catch {
    return fallback;
  }
}

/** Keeps a value that JSON can express in this tab; undefined removes it. */
export function write(key, value) {
  writeTo(() => sessionStorage, key, value);
}

/** Keeps a value that JSON can express for all tabs. */
export function writeShared(key, value) {
  writeTo(() => localStorage, key, value);
}

function writeTo(storage, key, value) {
  try {
    if (value === undefined) {
      storage().removeItem(PREFIX + key);
    } else {
      storage().setItem(PREFIX + key, JSON.stringify(value));
    }
  } catch {
    // The page works without it until the next reload.
  }
}

/** Calls the listener when another tab has changed a shared value. */
export function onShared(key, listener) {
  addEventListener('storage', (event) => {
    if (event.storageArea !== sessionStorage && (event.key === PREFIX + key || event.key === null)) {
      listener();
    }
  });
}
