import { html, nothing } from 'lit';
import { getSuspected } from '../station/api.js';
import { numberText, t } from '../i18n/texts.js';
import { keepFocusAway } from '../keys.js';
import { Part } from './part.js';

const READ_AGAIN_MILLIS = 4000;
const key = (suspicion) => suspicion.frameIds[0];

/**
 * One sentence when the run of frames may be off by one. It only says so: "look" opens the preview, "all right" puts it
 * away on this page. Emits `look-at-shift` (detail: the suspicion).
 */
class ShiftNotice extends Part {
  static properties = { readAt: {}, suspicions: { state: true } };
  #askedAt = 0;
  #allRight = new Set();

  updated(changed) {
    if (changed.has('readAt') && Date.now() - this.#askedAt > READ_AGAIN_MILLIS) this.#read();
  }

  async #read() {
    this.#askedAt = Date.now();
    try {
      this.suspicions = await getSuspected();
    } catch {
      // The notices say it when the station cannot be reached; this is asked again soon.
    }
  }

  #putAway(suspicion) {
    this.#allRight.add(key(suspicion));
    this.requestUpdate();
  }

  render() {
    const suspicion = this.suspicions?.find((each) => !this.#allRight.has(key(each)));
    if (!suspicion) return nothing;
    const words = {
      from: numberText(suspicion.from),
      to: numberText(suspicion.to),
      neighbour: suspicion.neighbour === undefined ? '' : numberText(suspicion.neighbour),
    };
    const evidence = suspicion.evidence.map(({ kind, number }) =>
      t(`shift.saw-${kind}`, { number: numberText(number) }),
    );
    const which = suspicion.by === 1 ? (suspicion.from === suspicion.to ? 'next' : 'run') : 'before';
    return html`<section class="notices" aria-label=${t('shift.label')}>
      <p role="alert" data-tone="bad">
        <span class="sign" aria-hidden="true">⇄</span>
        <span class="shift-words"
          >${t(`shift.suspect-${which}`, words)} ${t('shift.because', { evidence: evidence.join(t('list.separator')) })}</span
        >
        <button
          type="button"
          class="secondary"
          @mousedown=${keepFocusAway}
          @click=${() => this.dispatchEvent(new CustomEvent('look-at-shift', { bubbles: true, detail: suspicion }))}
        >
          ${t('shift.look')}
        </button>
        <button type="button" class="plain" @mousedown=${keepFocusAway} @click=${() => this.#putAway(suspicion)}>
          ${t('shift.all-right')}
        </button>
      </p>
    </section>`;
  }
}

customElements.define('cx-shift-notice', ShiftNotice);
