// The list of all callbacks and REST calls, below what caused them.

import { html, nothing } from '/sandbox/webjars/lit-html/lit-html.js';
import { repeat } from '/sandbox/webjars/lit-html/directives/repeat.js';
import { changed } from './state.js';
import * as groups from './wire-groups.js';
import { outcome as groupOutcome, words } from './wire-words.js';

const quoted = (text) => `'${text.replaceAll("'", `'\\''`)}'`;

/** A command that repeats the exchange, without the credentials of REST calls. */
function curl({ direction, method, url, form, signature, signatureSettings }) {
  const parts = [`curl -X ${method} ${quoted(url)}`];
  if (direction === 'REST') {
    parts.push('-u "$TWILIO_ACCOUNT_SID:$TWILIO_AUTH_TOKEN"');
  }
  if (signature) {
    parts.push(`-H ${quoted(`X-Twilio-Signature: ${signature}`)}`);
  }
  if (signatureSettings) {
    parts.push(`-H ${quoted(`X-Twilio-Webhooks-Signature-Settings: ${signatureSettings}`)}`);
  }
  Object.entries(form).forEach(([name, value]) => parts.push(`--data-urlencode ${quoted(`${name}=${value}`)}`));
  return parts.join(' \\\n  ');
}

/** Shows the command if the browser does not allow the clipboard on this origin. */
async function copy(exchange) {
  try {
    await navigator.clipboard.writeText(curl(exchange));
    exchange.copied = true;
  } catch {
    exchange.command = curl(exchange);
  }
  changed();
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** The used share of Twilio's time limit. */
function share({ millis, limitMillis }) {
  if (!limitMillis) {
    return html`<span class="share"></span>`;
  }
  const used = Math.min(100, Math.round((100 * millis) / limitMillis));
  return html`<meter class="share" min="0" max="100" low="60" high="85" optimum="0" value=${used}
    aria-label="Share of the deadline used" title="${used} % of ${limitMillis / 1000} s">${used} %</meter>`;
}

function outcome({ status }) {
  const kind = status >= 200 && status < 300 ? 'good' : 'bad';
  return html`<span class="status ${kind}">${status || 'none'}</span>`;
}

/** What the form of a receipt or of a sent content says. */
function about({ form: { EventType: event, Status: status, ErrorCode: code, ContentSid: content } }) {
  if (event === 'onDeliveryUpdated') {
    return html` <span class="about">${status}${code && code !== '0' ? ` ${code}` : nothing}</span>`;
  }
  return content ? html` <span class="about">${content}</span>` : nothing;
}

function row(it) {
  const toService = it.direction === 'CALLBACK';
  return html`<summary>
    <span class="way" title=${toService ? 'Twilio calls the service' : 'The service calls Twilio'}>${toService ? '→' : '←'}
      <span class="unseen">${toService ? 'to the service' : 'to Twilio'}</span></span>
    <span class="what"><span>${it.name || it.method}</span>${about(it)}</span>
    ${outcome(it)}
    <span class="millis">${it.millis} ms</span>
    ${share(it)}
  </summary>`;
}

function inside(it) {
  const form = Object.entries(it.form);
  return html`<div class="inside">
    <p class="url">${it.method} ${it.url}</p>
    ${form.length ? html`<dl>${form.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>` : nothing}
    ${it.signature ? html`<p class="signature">X-Twilio-Signature: ${it.signature}</p>` : nothing}
    ${it.signatureSettings ? html`<p class="signature">X-Twilio-Webhooks-Signature-Settings: ${it.signatureSettings}</p>` : nothing}
    <p>Response after ${it.millis} ms${it.limitMillis
      ? `, ${Math.round((100 * it.millis) / it.limitMillis)} % of the limit of ${it.limitMillis / 1000} s` : ''}:
      ${it.status || 'none'}</p>
    <pre tabindex="0" aria-label="Answer">${it.answer ? pretty(it.answer) : '(empty)'}</pre>
    <button type="button" class="quiet" @click=${() => copy(it)}>${it.copied ? 'Copied' : 'Copy as curl'}</button>
    ${it.command ? html`<pre tabindex="0" aria-label="Command">${it.command}</pre>` : nothing}
  </div>`;
}

function entry(it) {
  if (it.direction === 'NOTE') {
    return html`<p class="note">${it.answer}</p>`;
  }
  const toggled = (event) => {
    it.open = event.target.open;
    changed();
  };
  return html`<details ?open=${it.open} @toggle=${toggled}>${row(it)}${it.open ? inside(it) : nothing}</details>`;
}

function exchanges(group, name) {
  return html`<ol aria-label="Calls: ${name}">
    ${group.left ? html`<li class="hint">${group.left} earlier calls are not shown.</li>` : nothing}
    ${repeat(group.exchanges, (it) => it.number, (it) => html`<li>${entry(it)}</li>`)}</ol>`;
}

function cause(group, unfolded) {
  const name = words(group.cause);
  const toggle = () => {
    group.unfolded = !unfolded;
    changed();
  };
  return html`<li class="group">
    <h3><button type="button" aria-expanded=${unfolded} @click=${toggle}>
      <span class="cause">${name}</span>
      <span class="outcome ${group.failures ? 'bad' : 'good'}">${groupOutcome(group)}</span>
    </button></h3>
    ${unfolded ? exchanges(group, name) : nothing}
  </li>`;
}

function clear() {
  groups.clear();
  changed();
}

export function view() {
  const all = groups.all();
  const unfolded = groups.unfolded();
  return html`<section class="wire" aria-label="The wire">
    <header><h2>The wire</h2><button type="button" class="quiet" @click=${clear}>Clear</button></header>
    <ol class="groups" tabindex="0" aria-label="Causes and their calls, the newest cause first">${all.length
      ? repeat(all, (it) => it.cause.number, (it) => cause(it, unfolded.has(it)))
      : html`<li class="hint">Nothing yet.</li>`}</ol>
  </section>`;
}
