// The exchanges, grouped by what caused them.

import { bare } from './parts.js';

/** The maximum number of groups, and of exchanges in a group. */
const MOST_GROUPS = 60;
const MOST_EXCHANGES = 50;

/** How many of the newest actions are unfolded. */
const UNFOLDED = 3;

const FOLDED = new Set(['START_UP', 'BACKGROUND']);

/** The groups, the newest first. */
let groups = [];

/** The names of customers whose details were opened, by id and by number. */
const names = new Map();

let number = 0;

export const all = () => groups;

export const nameOf = (idOrNumber) => names.get(idOrNumber);

export function clear() {
  groups = [];
}

/** Adds an exchange to the group of its cause. A group lists its exchanges in the order in which they started. */
export function add(exchange) {
  const group = groupOf(exchange.cause);
  const it = { ...exchange, number: number++, started: Date.parse(exchange.at) };
  const place = group.exchanges.findLastIndex((other) => other.started <= it.started) + 1;
  group.exchanges.splice(place, 0, it);
  count(group, it);
  if (group.exchanges.length > MOST_EXCHANGES) {
    group.exchanges.shift();
    group.left++;
  }
  if (it.name === 'GetCustomerDetailsByCustomerId' && it.status === 200) {
    remember(it.answer);
  }
}

function groupOf(cause) {
  const place = groups.findIndex((it) => it.cause.number <= cause.number);
  if (groups[place]?.cause.number === cause.number) {
    return groups[place];
  }
  const group = { cause, exchanges: [], left: 0, calls: 0, notes: 0, failures: 0, worst: 200, unfolded: undefined };
  groups.splice(place < 0 ? groups.length : place, 0, group);
  groups.length = Math.min(groups.length, MOST_GROUPS);
  return group;
}

function count(group, { direction, status }) {
  if (direction === 'NOTE') {
    group.notes++;
    return;
  }
  group.calls++;
  if (status < 200 || status >= 300) {
    group.failures++;
    // No answer is worse than any status.
    group.worst = status === 0 || group.worst === 0 ? 0 : Math.max(group.worst, status);
  }
}

function remember(answer) {
  try {
    const { customer } = JSON.parse(answer).objects;
    names.set(String(customer.customer_id), customer.display_name);
    customer.channels?.forEach(({ value }) => names.set(bare(value), customer.display_name));
  } catch {
    // Another server may answer anything.
  }
}

/** The groups that are unfolded: those that the user unfolded, and the newest actions unless the user folded them. */
export function unfolded() {
  const newest = new Set(groups.filter((it) => !FOLDED.has(it.cause.kind)).slice(0, UNFOLDED));
  return new Set(groups.filter((it) => it.unfolded ?? newest.has(it)));
}
