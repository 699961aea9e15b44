import { html, nothing } from 'lit';
import { Dialog } from './dialog.js';
import { t } from '../i18n/texts.js';
import { frameTitle } from '../i18n/words.js';
import './evidence.js';
import './picture.js';
import './products.js';

/** One earlier frame, with all that was made of it. Emits `move-frame` (detail: the frame). */
class FrameDialog extends Dialog {
  static properties = { shown: {} };

  #askMove() {
    this.close();
    this.dispatchEvent(new CustomEvent('move-frame', { bubbles: true, detail: this.shown }));
  }

  render() {
    return this.frame(
      this.shown ? frameTitle(this.shown) : '',
      this.shown
        ? html`<div class="dialog-frame">
              <cx-picture .frame=${this.shown} .language=${this.language}></cx-picture>
              <cx-products .frame=${this.shown} .language=${this.language}></cx-products>
            </div>
            <p class="frame-acts">
              <button type="button" class="secondary" @click=${() => this.#askMove()}>${t('move.give-to-another')}</button>
            </p>
            <p class="quiet">
              ${t(`frame.reason-${this.shown.reason ?? 'unclaimed'}`)} · SHA-256 ${this.shown.sha256.slice(0, 16)}…
            </p>
            <cx-evidence .words=${this.shown.evidence} .language=${this.language}></cx-evidence>`
        : nothing,
    );
  }
}

customElements.define('cx-frame-dialog', FrameDialog);
