import { html, nothing } from 'lit';
import * as api from '../station/api.js';
import { numberText, problemText, t } from '../i18n/texts.js';
import { nameSize } from '../i18n/words.js';
import { Part } from './part.js';

/**
 * The field at the desk: a typed or scanned number goes in, a shooting number or the reason why not comes back here. Emits
 * `checked-in`, and `open-walk-in` (detail: what was typed) for somebody who is on no list.
 */
class CheckIn extends Part {
  static properties = { busy: { state: true }, result: { state: true } };

  /** When the last check-in was answered, in milliseconds of Date.now(). */
  answeredAt = 0;
  /** Kept until the station has answered, so that pressing Enter again after a lost connection gives no second number. */
  #asked = { credential: '', requestId: '' };

  constructor() {
    super();
    this.busy = false;
    this.result = null;
  }

  get field() {
    return this.querySelector('input');
  }

  /** As if somebody had typed it. */
  async checkIn(credential) {
    this.field.value = credential;
    await this.#send(credential);
  }

  async #submit(event) {
    event.preventDefault();
    await this.#send(this.field.value.normalize('NFKC').trim());
  }

  async #send(credential) {
    if (this.busy) return;
    if (credential === '') {
      this.result = { kind: 'hint', text: 'check-in.empty' };
      return;
    }
    if (this.#asked.credential !== credential) this.#asked = { credential, requestId: api.newRequestId() };
    this.busy = true;
    try {
      const { sitting, isNew } = await api.checkIn(credential, this.#asked.requestId);
      this.#forget();
      this.result = { kind: isNew ? 'new' : 'known', sitting };
      this.#leave(credential);
    } catch (problem) {
      if (!['unreachable', 'no-answer'].includes(problem.code)) this.#forget();
      this.result = { kind: 'fault', code: problem.code, credential };
      this.field.focus();
      this.field.select();
    }
    this.answeredAt = Date.now();
    this.busy = false;
    this.dispatchEvent(new Event('checked-in', { bubbles: true }));
  }

  /** Space must mean "capture" again, and the next scan finds its way back by itself; one already begun is kept. */
  #leave(credential) {
    if (this.field.value.normalize('NFKC').trim() !== credential) return;
    this.field.value = '';
    this.field.blur();
  }

  #forget() {
    this.#asked = { credential: '', requestId: '' };
  }

  /** No number holds a space: whoever presses Space here means to shoot. */
  #onKey(event) {
    if (event.key === 'Escape') this.field.value = '';
    if (event.key !== ' ' || event.isComposing) return;
    event.preventDefault();
    this.result = { kind: 'hint', text: 'check-in.space' };
  }

  render() {
    return html`<form class="panel check-in" @submit=${this.#submit} autocomplete="off">
      <div class="heading"><label for="credential">${t('check-in.label')}</label><kbd>F2</kbd></div>
      <div class="check-in-row">
        <input
          id="credential"
          name="credential"
          type="text"
          maxlength="64"
          enterkeyhint="go"
          spellcheck="false"
          autocomplete="off"
          autocapitalize="off"
          aria-describedby="check-in-result"
          aria-invalid=${this.result?.kind === 'fault'}
          @keydown=${this.#onKey}
        />
        <button type="submit" class="secondary" aria-disabled=${this.busy}>${t('check-in.button')}</button>
      </div>
      <div
        id="check-in-result"
        class="check-in-result"
        data-kind=${this.busy ? 'busy' : (this.result?.kind ?? 'none')}
        role=${this.result?.kind === 'fault' ? 'alert' : 'status'}
      >
        ${this.#result()}
      </div>
    </form>`;
  }

  #result() {
    if (this.busy) return t('check-in.busy');
    if (!this.result) return html`<span class="quiet">${t('check-in.help')}</span>`;
    const { kind, sitting, text } = this.result;
    if (kind === 'fault') return this.#fault(this.result);
    if (kind === 'hint') return html`<span class="sign" aria-hidden="true">!</span><span>${t(text)}</span>`;
    const { person } = sitting;
    return html`<span class="ticket">${numberText(sitting.number)}</span>
      <strong class="ticket-name name" data-size=${nameSize(person.name)}>${person.name}</strong>
      <span class="ticket-ids digits"><span>${person.studentNumber}</span> <span>${person.maskedIdNumber}</span></span>
      <span class="ticket-note">${t(`check-in.${kind === 'new' ? 'given' : 'known'}-${sitting.status}`)}</span>`;
  }

  #fault({ code, credential }) {
    return html`<span class="sign" aria-hidden="true">✕</span>
      <span class="check-in-fault">
        <span>${problemText(code)}</span>
        ${
          code === 'unknown-credential'
            ? html`<button
                type="button"
                class="secondary"
                @click=${() => this.dispatchEvent(new CustomEvent('open-walk-in', { bubbles: true, detail: credential }))}
              >
                ${t('walk-in.open')}
              </button>`
            : nothing
        }
      </span>`;
  }
}

customElements.define('cx-check-in', CheckIn);
