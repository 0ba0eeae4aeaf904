// Small parts that both phones use.

import { html, nothing } from '/sandbox/webjars/lit-html/lit-html.js';
import { ref } from '/sandbox/webjars/lit-html/directives/ref.js';
import { repeat } from '/sandbox/webjars/lit-html/directives/repeat.js';
import { focusHeading } from './focus.js';
import { latest } from './limited.js';

/** The length of Twilio's longest message, in characters, and the length from which the page counts. */
const LONGEST = 1600;

const NEAR = 1400;

const CHANNELS = { sms: 'SMS', whatsapp: 'WhatsApp', chat: 'Chat', email: 'E-mail' };

export const channelName = (type) => CHANNELS[type] ?? type;

export const channelOf = (address) => (address?.startsWith('whatsapp:') ? 'whatsapp' : 'sms');

export const bare = (address) => String(address).replace(/^whatsapp:/, '');

const clock = new Intl.DateTimeFormat([], { hour: '2-digit', minute: '2-digit' });

export const time = (instant) => clock.format(new Date(instant));

/** The first letters of up to two words. */
function initials(name) {
  const letters = String(name ?? '').split(/\s+/).filter((it) => /^\p{L}/u.test(it)).slice(0, 2)
    .map((it) => [...it][0].toUpperCase());
  return letters.join('') || '#';
}

/** Whether the page may load a picture: it requests no other host. */
function isOwn(url) {
  try {
    const { origin, href } = new URL(url, location.href);
    return origin === location.origin || href.startsWith('data:image/');
  } catch {
    return false;
  }
}

/** Initials, and over them a picture once it is loaded. */
export function avatar(name, url) {
  return html`<span class="avatar" aria-hidden="true">${initials(name)}${url && isOwn(url)
    ? html`<img src=${url} alt="" loading="lazy" @load=${(event) => event.target.classList.add('loaded')}
      @error=${(event) => event.target.classList.remove('loaded')}>` : nothing}</span>`;
}

/** The heading of a screen, which receives the focus after a navigation. */
export function heading(content) {
  return html`<h3 tabindex="-1" ${ref(focusHeading)}>${content}</h3>`;
}

/** The number of unread messages. */
export function badge(unread) {
  return unread ? html` <span class="count">${unread}<span class="unseen"> new</span></span>` : nothing;
}

/** An error message: in the worker's words, and below the technical line. */
export function problem(it, again) {
  return html`<div class="problem" role="alert">
    <p>${it.message}</p>
    ${it.technical || it.code ? html`<p class="code">${it.technical} ${it.code ? html`<a target="_blank"
      rel="noopener noreferrer" href="https://www.twilio.com/docs/api/errors/${it.code}">Twilio error ${it.code}</a>` : nothing}</p>` : nothing}
    ${again ? html`<button type="button" @click=${again}>Try again</button>` : nothing}
  </div>`;
}

/** The latest messages of a conversation; under() returns what stands under one of them. */
export function messages(name, list, isOwn, nameOf, under = () => nothing) {
  const { shown, earlier } = latest(`messages ${name}`, list);
  return html`<div class="messages" role="log" aria-label="Messages" tabindex="0">${earlier}<ol>${repeat(shown, (it) => it.sid, (it) => html`
    <li class=${isOwn(it) ? 'own' : 'theirs'}>
      <span class="body" dir="auto">${it.body}</span>
      <span class="meta"><span class="author" dir="auto">${nameOf(it)}</span> · ${time(it.createdAt)}</span>
      ${under(it)}
    </li>`)}</ol></div>`;
}

/** Whether the text can be sent. */
export function canSend(text) {
  const { length } = text.trim();
  return length > 0 && length <= LONGEST;
}

const number = (it) => it.toLocaleString('en');

function count({ length }, id) {
  if (length < NEAR) {
    return nothing;
  }
  const over = length - LONGEST;
  return over > 0
    ? html`<p id=${id} class="length over" role="status">This text has ${number(length)} characters. A message can have
        ${number(LONGEST)}: remove ${number(over)}.</p>`
    : html`<p id=${id} class="length">${number(length)} of ${number(LONGEST)} characters</p>`;
}

/** A text box: Enter sends, Shift+Enter starts a new line. A text that is too long is kept and explained, not cut. */
export function composer({ label, value, onInput, onSend, busy, extra }) {
  const text = value.trim();
  const id = `length-${label.replaceAll(' ', '-')}`;
  const send = (event) => {
    event.preventDefault();
    if (canSend(value)) {
      onSend();
    }
  };
  const keydown = (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      send(event);
    }
  };
  return html`<form class="composer" @submit=${send}>
    ${count(text, id)}
    ${extra ?? nothing}
    <textarea rows="2" dir="auto" aria-label=${label} aria-describedby=${text.length < NEAR ? nothing : id}
      aria-invalid=${text.length > LONGEST ? 'true' : 'false'} placeholder="Message" .value=${value}
      @input=${(event) => onInput(event.target.value)} @keydown=${keydown}></textarea>
    <button class="send" ?disabled=${busy || !canSend(value)}>Send</button>
  </form>`;
}
