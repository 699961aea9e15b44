import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { countText, numberText, t } from '../i18n/texts.js';
import { keepFocusAway } from '../keys.js';
import { briefName } from '../i18n/words.js';
import { Part } from './part.js';

/** Who waits, and the button that calls the next number. Emits `next`. */
class Queue extends Part {
  static properties = { queue: {}, note: {} };

  render() {
    const waiting = this.queue?.waiting ?? [];
    return html`<section class="panel queue" aria-label=${t('queue.label')}>
      <button
        type="button"
        class="secondary next"
        aria-keyshortcuts="N"
        data-wanted=${!this.queue?.current && waiting.length > 0}
        @mousedown=${keepFocusAway}
        @click=${() => this.dispatchEvent(new Event('next', { bubbles: true }))}
      >
        <span class="next-title">${t('next.button')}</span><kbd>N</kbd>
        <span class="next-who">${waiting.length ? this.#brief(waiting[0]) : t('queue.empty')}</span>
      </button>
      <div class="next-note" role="alert">${this.#note()}</div>
      <h2 class="heading">${t('queue.waiting', { n: countText(waiting.length) })}</h2>
      ${waiting.length ? this.#list(waiting) : nothing}
    </section>`;
  }

  #note() {
    if (!this.note) return nothing;
    const { key, number } = this.note;
    return html`<span class="sign" aria-hidden="true">!</span> ${t(key, { number: number && numberText(number) })}`;
  }

  #list(waiting) {
    return html`<ol class="waiting" tabindex="0" aria-label=${t('queue.label')}>
      ${repeat(
        waiting,
        (sitting) => sitting.number,
        (sitting) => html`<li>${this.#brief(sitting)}</li>`,
      )}
    </ol>`;
  }

  /** The list can be read by everyone who stands in it, so names are masked. */
  #brief(sitting) {
    return html`<b class="digits">${numberText(sitting.number)}</b>
      <span class="brief-name">${briefName(sitting.person.maskedName)}</span>`;
  }
}

customElements.define('cx-queue', Queue);
