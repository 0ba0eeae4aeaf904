// The sandbox's API. The page never posts, because each POST to this port must be signed by Twilio.

/** A failed request, with Frontline's error code if there is one. */
export class ApiError extends Error {
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}

async function ask(method, path, { query = {}, body } = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const url = `/sandbox/api/${path}${given.length ? `?${new URLSearchParams(given)}` : ''}`;
  let response;
  try {
    response = await fetch(url, {
      method,
      headers: body ? { 'Content-Type': 'application/json' } : {},
      body: body && JSON.stringify(body)
    });
  } catch {
    throw new ApiError('The sandbox does not answer. Is it still running?');
  }
  const text = await response.text();
  const answer = text ? JSON.parse(text) : undefined;
  if (!response.ok) {
    throw new ApiError(answer?.detail ?? `The sandbox answered with status ${response.status}.`, answer?.code);
  }
  return answer;
}

export const setup = () => ask('GET', 'setup');

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
