// Lets only some tabs hold a connection. A browser has six to a host for all its tabs, and then sends no more requests.

const PLACES = ['1', '2', '3', '4'].map((it) => `frontline-sandbox.stream-${it}`);

/** How long a tab that is seen waits before it takes the place of another, in milliseconds. */
const PAUSE = 1000;

/** Opens a connection, and opens it again once the tab is seen after another tab has taken its place. */
export async function take(open) {
  // Without HTTPS, only pages of this machine have locks.
  if (!navigator.locks) {
    open();
    return;
  }
  let close = () => {};
  try {
    await navigator.locks.request(await place(), { steal: true }, () => {
      close = open();
      return new Promise(() => {});
    });
  } catch {
    close();
    await seen();
    take(open);
  }
}

/** A free place, otherwise that of any tab. */
async function place() {
  const { held } = await navigator.locks.query();
  const taken = new Set(held.map(({ name }) => name));
  return PLACES.find((it) => !taken.has(it)) ?? PLACES[Math.floor(Math.random() * PLACES.length)];
}

function seen() {
  return new Promise((resolve) => {
    if (!document.hidden) {
      setTimeout(resolve, PAUSE);
      return;
    }
    document.addEventListener('visibilitychange', () => resolve(), { once: true });
  });
}
