// The sandbox's API. The page never posts, because each POST to this port must be signed by Twilio.

import { wordsFor } from './words.js';

/** A failed request: its message is for the worker, and the technical line, which may be missing, for the developer. */
export class ApiError extends Error {
  constructor(message, { technical, code } = {}) {
    super(message);
    this.technical = technical;
    this.code = code;
  }

  /** Explains an answer of the sandbox that is an error. */
  static of(status, answer) {
    if (answer?.code) {
      return new ApiError(wordsFor(answer), { technical: answer.detail, code: answer.code });
    }
    return new ApiError(answer?.detail ?? 'The sandbox could not do this.',
      { technical: `The sandbox answered with status ${status}.` });
  }
}

async function send(url, method, body) {
  try {
    const response = await fetch(url, {
      method,
      headers: body ? { 'Content-Type': 'application/json' } : {},
      body: body && JSON.stringify(body)
    });
    return { response, text: await response.text() };
  } catch {
    throw new ApiError('The sandbox does not answer. Is it still running?');
  }
}

function parsed(text) {
  try {
    return text ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

async function ask(method, path, { query = {}, body } = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const { response, text } = await send(`/sandbox/api/${path}${given.length ? `?${new URLSearchParams(given)}` : ''}`,
    method, body);
  const answer = parsed(text);
  if (!response.ok) {
    throw ApiError.of(response.status, answer);
  }
  return answer;
}

export const setup = () => ask('GET', 'setup');

/** Searches all customers, regardless of owner. */
export const people = (query) => ask('GET', 'people', { query: { query } });

/** Normalizes a number and returns its customers. */
export const peopleAt = (number) => ask('GET', 'people/at', { query: { number } });

export const customers = (worker, { query, token, anchor }) =>
  ask('GET', 'customers', { query: { worker, query: query || undefined, token, anchor } });

export const customer = (worker, customerId) => ask('GET', 'customer', { query: { worker, customerId } });

export const templates = (worker, customerId, conversationSid) =>
  ask('GET', 'templates', { query: { worker, customerId, conversationSid } });

export const begin = (worker, customerId, channel) =>
  ask('PUT', 'conversations', {
    body: { worker, customerId, channelType: channel.type, channelValue: channel.value }
  });

export const write = (author, sid, text) => ask('PUT', `conversations/${sid}/message`, { body: { author, body: text } });

export const close = (sid) => ask('PUT', `conversations/${sid}/closed`);

export const reason = (sid) => ask('GET', `conversations/${sid}/reason`);

export const inbound = (from, to, text) => ask('PUT', 'inbound', { body: { from, to, body: text } });

export const doctor = () => ask('GET', 'doctor');

export const toggleFault = (name, on) => ask(on ? 'PUT' : 'DELETE', `troubles/${name}`);

/** Restarts the sandbox with customers from that source. It answers before it stops. */
export const chooseCrm = (source) => ask('PUT', `crm/${source}`);
