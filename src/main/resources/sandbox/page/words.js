// The worker's words for what went wrong, by Twilio's error code and by the answer of the callback server.

const SILENT = 'Your CRM did not answer.';

const BUSY = 'Your CRM is busy. Try again in a moment.';

const NO_TEMPLATES = 'Your templates could not be loaded.';

const NO_CUSTOMER = 'This customer does not exist, or belongs to another worker.';

/** By Location and status of a callback that answered with an error. */
const REFUSALS = {
  GetCustomersList: { 403: 'Your CRM refused the app.', 429: BUSY },
  GetCustomerDetailsByCustomerId: { 403: 'Your CRM refused the app.', 404: NO_CUSTOMER, 429: BUSY },
  GetProxyAddress: { 403: 'You cannot write to this customer on this channel.', 404: NO_CUSTOMER, 429: BUSY },
  GetTemplatesByCustomerId: { 429: 'Your templates are not available now. Try again in a moment.', 503: SILENT }
};

const NO_NUMBER = 'There is no number from which you can write to this customer.';

/** By Twilio's error code; codes of Frontline start with 48. */
const CODES = {
  48001: 'Your app is not connected to a CRM yet.',
  48003: 'The app cannot show the answer of your CRM.',
  48005: SILENT,
  48023: 'You are in too many conversations. Close one, and try again.',
  48024: 'This customer is in too many conversations.',
  48025: 'The address of this customer cannot be used.',
  48026: NO_NUMBER,
  48027: NO_NUMBER,
  48029: NO_NUMBER,
  // This is the text of the app.
  48031: 'Unable to create a new conversation. Another worker is already engaged in conversation with this customer.',
  50056: 'Your message could not be sent.',
  50350: 'This conversation does not exist any more.',
  50377: 'This conversation is closed.',
  63016: 'WhatsApp accepts only approved templates now.'
};

/** Returns the words for an error of the sandbox's API: a problem detail with Twilio's error code. */
export function wordsFor({ code, location, callbackStatus: status }) {
  if (code === 48004) {
    return refusal(location, status);
  }
  return CODES[code] ?? 'The app could not do this.';
}

function refusal(location, status) {
  const known = REFUSALS[location]?.[status];
  if (known) {
    return known;
  }
  if (location === 'GetTemplatesByCustomerId') {
    return NO_TEMPLATES;
  }
  return status >= 500 ? SILENT : 'Your CRM did not understand the app.';
}
