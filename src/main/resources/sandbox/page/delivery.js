// Whether messages reached their customers.

import { html, nothing } from '/sandbox/webjars/lit-html/lit-html.js';

/** Why a message failed, by Twilio's error code. */
const REASONS = {
  21610: 'The customer has opted out.',
  63016: 'WhatsApp’s 24-hour window was closed, and the message was not an approved content.',
  63024: 'This number is not on WhatsApp.'
};

const hasFailed = ({ status }) => status === 'FAILED';

/** Whether the customer with that address gets a message; a message of a customer has no receipts. */
export function reaches({ participants }, { receipts }, address) {
  const participant = participants.find(({ binding }) => binding?.address === address);
  return !receipts.some((it) => it.participantSid === participant?.sid && hasFailed(it));
}

/** What stands under a message on the worker's phone. */
export function state({ receipts, contentSid }) {
  const failed = receipts.find(hasFailed);
  if (failed) {
    const { errorCode } = failed;
    return html`<p class="failed">Not delivered. ${REASONS[errorCode] ?? nothing} <a target="_blank" rel="noopener noreferrer"
      href="https://www.twilio.com/docs/api/errors/${errorCode}">Twilio error ${errorCode}</a></p>`;
  }
  return contentSid ? html`<p class="delivered">Sent as a content that WhatsApp has approved</p>` : nothing;
}
