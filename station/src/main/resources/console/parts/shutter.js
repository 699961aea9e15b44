import { html } from 'lit';
import { numberText, problemText, secondsText, t } from '../i18n/texts.js';
import { keepFocusAway } from '../keys.js';
import { Part } from './part.js';

const TICK_MILLIS = 100;

/** The capture button and, above it, the one outcome of the last press. Emits `capture`. */
class Shutter extends Part {
  static properties = {
    /** Of Press. */
    outcome: {},
    wasBusy: { type: Boolean },
    cameraReady: { type: Boolean },
    hasCurrent: { type: Boolean },
    /** The station fires for someone else: another page, or a program. */
    capturing: { type: Boolean },
    elapsed: { state: true },
  };
  #ticker = null;

  willUpdate() {
    if (this.outcome?.phase === 'firing' && !this.#ticker) {
      this.#ticker = setInterval(() => {
        this.elapsed = Date.now() - this.outcome.startedAt;
      }, TICK_MILLIS);
      this.elapsed = 0;
    } else if (this.outcome?.phase !== 'firing' && this.#ticker) {
      clearInterval(this.#ticker);
      this.#ticker = null;
    }
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#ticker);
    this.#ticker = null;
  }

  render() {
    const firing = this.outcome.phase === 'firing';
    const { tone, sign, text, live } = this.#said();
    return html`<section class="shutter" aria-label=${t('shutter.label')}>
      <div class="outcome" data-tone=${tone} role=${tone === 'bad' ? 'alert' : 'status'}>
        <span class="sign" aria-hidden="true">${sign}</span>
        <span class="outcome-text">${text}</span>
        ${firing ? html`<span class="digits elapsed" aria-hidden="true">${live}</span>` : ''}
      </div>
      <button
        type="button"
        class="primary capture"
        aria-keyshortcuts="Space"
        data-phase=${firing || this.capturing ? 'firing' : 'ready'}
        @mousedown=${keepFocusAway}
        @keydown=${ignoreHeldKey}
        @click=${() => this.dispatchEvent(new Event('capture', { bubbles: true }))}
      >
        <span class="capture-dot" aria-hidden="true"></span>
        <span>${t(firing || this.capturing ? 'shutter.firing' : 'shutter.button')}</span><kbd>${t('key.space')}</kbd>
      </button>
    </section>`;
  }

  /** The one sentence: of the last press, else what to do now. */
  #said() {
    const { phase, number, millis, code, reason } = this.outcome;
    const who = { number: number && numberText(number) };
    switch (phase) {
      case 'firing':
        return {
          tone: this.wasBusy ? 'warn' : 'busy',
          sign: this.wasBusy ? '!' : '…',
          text: t(this.wasBusy ? 'outcome.still-firing' : 'outcome.firing', who),
          live: secondsText(this.elapsed),
        };
      case 'filed': {
        const took = millis === undefined ? '' : secondsText(millis);
        const key =
          reason === 'body-press-current' ? 'outcome.filed-body' : took ? 'outcome.filed-in' : 'outcome.filed';
        return { tone: 'good', sign: '✓', text: t(key, { ...who, took }) };
      }
      case 'late':
        return { tone: 'warn', sign: '◷', text: t('outcome.late', who) };
      case 'failed':
        return { tone: 'bad', sign: '✕', text: problemText(code) };
      default:
        return this.#idle();
    }
  }

  #idle() {
    if (!this.cameraReady) return { tone: 'warn', sign: '!', text: t('outcome.camera-not-ready') };
    if (!this.hasCurrent) return { tone: 'calm', sign: '○', text: t('outcome.nobody') };
    return { tone: 'calm', sign: '●', text: t('outcome.ready') };
  }
}

/** A held Enter on the focused button would press it again and again. */
function ignoreHeldKey(event) {
  if (event.repeat) event.preventDefault();
}

customElements.define('cx-shutter', Shutter);
