// The addresses of the customer's phone: its number, the channel, and the number of the account.

import { html, nothing } from '/sandbox/webjars/lit-html/lit-html.js';
import { live } from '/sandbox/webjars/lit-html/directives/live.js';
import { bare, channelName } from './parts.js';
import * as holder from './customer-holder.js';

/** WhatsApp users may hide their number; the business then gets an id. */
function visibility(phone) {
  const hidden = holder.isId(phone.number);
  return phone.channel === 'whatsapp' ? html`<label class="hide"><input type="checkbox" .checked=${live(hidden)}
    ?disabled=${hidden && !phone.visible} @change=${(event) => holder.hide(event.target.checked)}> No visible number</label>` : nothing;
}

function inputs(phone) {
  const numbers = holder.accountNumbers(phone.channel);
  return html`<div class="settings">
    <label>From <input type="tel" inputmode="tel" autocomplete="off" .value=${live(phone.typed ?? phone.number)}
      aria-invalid=${phone.invalid ? 'true' : 'false'} @input=${(event) => holder.type(event.target.value)}
      @change=${(event) => holder.dial(event.target.value)} @blur=${() => holder.type(undefined)}></label>
    <fieldset><legend>Channel</legend>${['sms', 'whatsapp'].map((it) => html`<label><input type="radio" name="channel"
      .checked=${live(phone.channel === it)} @change=${() => holder.change({ channel: it })}> ${channelName(it)}</label>`)}${visibility(phone)}</fieldset>
    <label>To <select aria-label="To" @change=${(event) => holder.change({ to: event.target.value })}>${numbers.map((it) => html`
      <option value=${it} .selected=${live(it === phone.to)}>${bare(it)}</option>`)}</select></label>
  </div>`;
}

function hint({ note, channel, to }) {
  const text = to ? note : `The account has no number for ${channelName(channel)}. Set frontline.senders.${channel}.`;
  return text ? html`<p class="rule" role="status">${text}</p>` : nothing;
}

export function view(phone) {
  return html`${inputs(phone)}${hint(phone)}`;
}
