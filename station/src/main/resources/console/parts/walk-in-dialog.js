import { html, nothing } from 'lit';
import { addPerson, newRequestId } from '../station/api.js';
import { Dialog } from './dialog.js';
import { problemText, t } from '../i18n/texts.js';

const REASONS = ['missing', 'earlier', 'moved', 'staff', 'other'];
const FIELDS = [
  { name: 'student-number', property: 'studentNumber', length: 32, fits: (text) => /^[0-9A-Za-z-]+$/.test(text) },
  { name: 'name', property: 'name', length: 60, fits: Boolean },
  { name: 'id-number', property: 'idNumber', length: 32, fits: () => true },
  { name: 'college', property: 'college', length: 100, fits: Boolean },
  { name: 'class', property: 'className', length: 100, fits: Boolean },
];
const ID_NUMBER = /^[0-9]{17}[0-9X]$/i;
const UNANSWERED = ['unreachable', 'no-answer'];

/**
 * Somebody who stands at the desk and is on no list: what the receiver of the pictures has to know, and why. Emits
 * `walk-in-added` (detail: the student number), who is then checked in like anybody else.
 */
class WalkInDialog extends Dialog {
  static properties = { code: { state: true }, busy: { state: true }, wrong: { state: true }, reason: { state: true } };

  /** Kept until the station has answered, so that sending again after a lost connection adds nobody twice. */
  #requestId = newRequestId();

  constructor() {
    super();
    this.#forget();
  }

  /** @param credential what was typed at the desk and is on no list */
  async showFor(credential) {
    this.#forget();
    await this.updateComplete;
    const form = this.querySelector('form');
    for (const field of form.querySelectorAll('input[type=text]')) field.value = '';
    const isIdNumber = ID_NUMBER.test(credential);
    form.elements[isIdNumber ? 'id-number' : 'student-number'].value = credential;
    await this.show();
    form.elements[isIdNumber ? 'student-number' : 'name'].focus();
  }

  #forget() {
    this.code = null;
    this.wrong = null;
    this.reason = REASONS[0];
    this.#requestId = newRequestId();
  }

  async #send(event) {
    event.preventDefault();
    if (this.busy) return;
    const form = event.target;
    const read = (name) => form.elements[name].value.normalize('NFKC').trim();
    const words = read('words');
    const wrong = FIELDS.find(({ name, fits }) => !fits(read(name)))?.name;
    this.wrong = wrong ?? (this.reason === 'other' && !words ? 'words' : null);
    this.code = null;
    if (this.wrong) {
      form.elements[this.wrong].focus();
      return;
    }
    const person = Object.fromEntries(FIELDS.map(({ name, property }) => [property, read(name)]));
    const reason = this.reason === 'other' ? words : t(`walk-in.why-${this.reason}`);
    await this.#add({ ...person, reason });
  }

  async #add(person) {
    this.busy = true;
    try {
      const added = await addPerson({ ...person, requestId: this.#requestId });
      this.close();
      this.dispatchEvent(new CustomEvent('walk-in-added', { bubbles: true, detail: added.studentNumber }));
    } catch (problem) {
      this.code = problem.code;
      if (!UNANSWERED.includes(problem.code)) this.#requestId = newRequestId();
    }
    this.busy = false;
  }

  render() {
    return this.frame(
      t('walk-in.title'),
      html`<p class="quiet">${t('walk-in.help')}</p>
        <form class="walk-in" novalidate autocomplete="off" @submit=${this.#send}>
          ${FIELDS.map(({ name, length }) => this.#field(name, length))}
          <fieldset>
            <legend>${t('walk-in.why')}</legend>
            ${REASONS.map((reason) => this.#reason(reason))}
            <input
              type="text"
              name="words"
              maxlength="200"
              aria-label=${t('walk-in.words')}
              placeholder=${t('walk-in.words')}
              aria-invalid=${this.wrong === 'words'}
              @input=${() => {
                this.reason = 'other';
              }}
            />
          </fieldset>
          ${this.#fault()}
          <button type="submit" class="primary" aria-disabled=${Boolean(this.busy)}>${t('walk-in.add')}</button>
        </form>`,
    );
  }

  #field(name, length) {
    return html`<label data-field=${name}>
      <span>${t(`walk-in.${name}`)}</span>
      <input
        type="text"
        name=${name}
        maxlength=${length}
        spellcheck="false"
        autocomplete="off"
        aria-invalid=${this.wrong === name || (name === 'id-number' && this.code === 'bad-id-number')}
      />
    </label>`;
  }

  #reason(reason) {
    return html`<label
      ><input
        type="radio"
        name="reason"
        value=${reason}
        .checked=${this.reason === reason}
        @change=${() => {
          this.reason = reason;
        }}
      />
      ${t(`walk-in.why-${reason}`)}</label
    >`;
  }

  #fault() {
    const text = this.wrong ? t(`walk-in.wrong-${this.wrong}`) : this.code ? problemText(this.code) : null;
    return text ? html`<p role="alert" class="fault">✕ ${text}</p>` : nothing;
  }
}

customElements.define('cx-walk-in-dialog', WalkInDialog);
