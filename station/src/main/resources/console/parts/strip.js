import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { portraitUrl, screenUrl } from '../station/api.js';
import { numberText, t } from '../i18n/texts.js';
import { briefName, frameTitle, newestSheets, sheetSign, sheetText } from '../i18n/words.js';
import { keepFocusAway } from '../keys.js';
import { Part } from './part.js';

/** As many as fit the narrowest screen that shows them all; see the style sheet for narrower ones. */
const SHOWN = 6;

/** The newest frames in a row. Emits `open-frame` (detail: the frame). */
class Strip extends Part {
  static properties = { frames: {} };

  render() {
    const frames = (this.frames ?? []).slice(0, SHOWN);
    return html`<section class="panel strip" aria-label=${t('strip.label')}>
      ${
        frames.length === 0
          ? html`<p class="quiet">${t('strip.empty')}</p>`
          : html`<ul>
              ${repeat(
                frames,
                (frame) => frame.frameId,
                (frame) => this.#item(frame),
              )}
            </ul>`
      }
    </section>`;
  }

  #item(frame) {
    const sheets = newestSheets(frame.sheets).map(sheetText).join(t('list.separator')) || t('products.no-sheets');
    const title = frameTitle(frame, frame.person && briefName(frame.person.maskedName));
    return html`<li>
      <button
        type="button"
        class="strip-item"
        aria-label=${`${title} ${sheets}`}
        @mousedown=${keepFocusAway}
        @click=${() => this.dispatchEvent(new CustomEvent('open-frame', { bubbles: true, detail: frame }))}
      >
        <img class="strip-frame" src=${screenUrl(frame.frameId)} alt="" loading="lazy" />
        ${
          frame.portrait
            ? html`<img class="strip-portrait" src=${portraitUrl(frame.frameId)} alt="" loading="lazy" />`
            : html`<span class="strip-portrait empty" aria-hidden="true">${frame.portraitProblem ? '✕' : '…'}</span>`
        }
        <span class="strip-words">
          <b class="digits">${frame.number === undefined ? '—' : numberText(frame.number)}</b>
          <span class="brief-name">${frame.person ? briefName(frame.person.maskedName) : t('frame.unclaimed')}</span>
          <span class="strip-sheets"
            >${newestSheets(frame.sheets).map(
              (sheet) =>
                html`<span class="sign" data-state=${sheet.state} title=${sheetText(sheet)}
                  >${sheetSign(sheet.state)}</span
                >`,
            )}</span
          >
        </span>
      </button>
    </li>`;
  }
}

customElements.define('cx-strip', Strip);
