import { html } from 'lit';
import { countText, numberText, t } from '../i18n/texts.js';
import { nameSize } from '../i18n/words.js';
import { Part } from './part.js';

/** The current number and person, in the size the photographer reads out from. */
class Current extends Part {
  static properties = { sitting: {}, waiting: { type: Number } };

  render() {
    return html`<section class="panel current" aria-label=${t('current.label')}>
      <h1 class="heading">${t('current.label')}</h1>
      ${this.sitting ? this.#person(this.sitting) : this.#nobody()}
    </section>`;
  }

  #person({ number, person, frames }) {
    return html`<div class="current-number digits" data-digits=${numberText(number).length}>${numberText(number)}</div>
      <div class="current-name name" data-size=${nameSize(person.name)}>${person.name}</div>
      <dl class="current-facts">
        <div>
          <dt>${t('current.student-number')}</dt>
          <dd class="digits">${person.studentNumber}</dd>
        </div>
        <div>
          <dt>${t('current.class')}</dt>
          <dd>${[person.className, person.college].filter(Boolean).join(' · ') || '—'}</dd>
        </div>
        <div>
          <dt>${t('current.frames')}</dt>
          <dd>${frames ? countText(frames) : t('current.no-frames')}</dd>
        </div>
      </dl>`;
  }

  #nobody() {
    return html`<div class="current-number digits nobody" aria-hidden="true">– – – –</div>
      <p class="current-nobody">${t(this.waiting > 0 ? 'current.call-next' : 'current.check-in-first')}</p>`;
  }
}

customElements.define('cx-current', Current);
