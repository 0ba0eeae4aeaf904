// Moves the focus to the heading of a new screen, so that a screen reader announces it.

let expected = false;

/** Called before a navigation, but not when the page opens. */
export function expectHeading(expects = true) {
  expected = expects;
}

/** For the ref of a heading. It is called before the heading is in the document. */
export function focusHeading(element) {
  if (element && expected) {
    expected = false;
    queueMicrotask(() => element.focus({ preventScroll: true }));
  }
}
