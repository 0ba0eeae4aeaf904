// The messages that workers have not sent yet.

import * as memory from './memory.js';

const KEY = 'drafts';

/** By worker and conversation, the text. */
const drafts = memory.read(KEY, {});

export function of(worker, sid) {
  return drafts[worker]?.[sid] ?? '';
}

/** Keeps a draft; an empty one is removed. */
export function keep(worker, sid, text) {
  const { [sid]: former, ...others } = drafts[worker] ?? {};
  drafts[worker] = text ? { ...others, [sid]: text } : others;
  memory.write(KEY, drafts);
}
