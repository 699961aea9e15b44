import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { screenUrl } from '../station/api.js';
import { numberText, t, timeText } from '../i18n/texts.js';
import { frameTitle } from '../i18n/words.js';
import { Part } from './part.js';

/** The last frame of the current person, large, with the number and name it is filed under. */
class Picture extends Part {
  static properties = { frame: {}, sitting: {}, unreadable: { state: true } };

  willUpdate(changed) {
    if (changed.has('frame') && changed.get('frame')?.frameId !== this.frame?.frameId) this.unreadable = false;
  }

  render() {
    return html`<section class="panel picture" aria-label=${t('picture.label')} data-alarm=${this.#isSwapped}>
      ${this.frame ? keyed(this.frame.frameId, this.#picture(this.frame)) : this.#none()}
    </section>`;
  }

  /** Keyed by its frame: an image element that is given a new address shows the old person until the new one is there. */
  #picture(frame) {
    const title = frameTitle(frame);
    return html`<figure>
      ${this.unreadable ? unreadable() : this.#image(frame, title)}
      <figcaption>
        <b class="digits">${frame.number === undefined ? '' : numberText(frame.number)}</b>
        <span class="caption-name">${frame.person?.name ?? t('frame.unclaimed')}</span>
        <time class="digits" datetime=${frame.filedAt}>${timeText(new Date(frame.filedAt))}</time>
      </figcaption>
      ${this.#isSwapped ? html`<p class="picture-alarm" role="alert">${t('picture.swapped')}</p>` : nothing}
    </figure>`;
  }

  #image(frame, title) {
    return html`
      <span class="picture-wait" aria-hidden="true">${t('picture.loading')}</span>
      <img
        src=${screenUrl(frame.frameId)}
        alt=${t('picture.alt', { title })}
        @error=${() => {
          this.unreadable = true;
        }}
      />
    `;
  }

  #none() {
    return html`<p class="picture-none">
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <circle cx="24" cy="17" r="8" />
        <path d="M9 42a15 13 0 0 1 30 0" />
      </svg>
      ${this.sitting ? t('picture.none-yet', { number: numberText(this.sitting.number) }) : t('picture.nobody')}
    </p>`;
  }

  /** Both sides come from the station; if they ever disagree, nobody may stand up. */
  get #isSwapped() {
    return Boolean(
      this.frame?.person && this.sitting && this.frame.person.studentNumber !== this.sitting.person.studentNumber,
    );
  }
}

const unreadable = () => html`<p class="picture-none" role="alert">${t('picture.unreadable')}</p>`;

customElements.define('cx-picture', Picture);
