// Values that survive a reload of this tab, such as drafts. A storage that is full or forbidden keeps nothing.

const PREFIX = 'frontline-sandbox.';

/** Returns the value of a key, or the fallback if nothing is kept. */
export function read(key, fallback) {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + key)) ?? fallback;
  } catch {
    return fallback;
  }
}

/** Keeps a value that JSON can express; undefined removes it. */
export function write(key, value) {
  try {
    if (value === undefined) {
      sessionStorage.removeItem(PREFIX + key);
    } else {
      sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
    }
  } catch {
    // The page works without it until the next reload.
  }
}
