import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { portraitUrl, sheetUrl } from '../station/api.js';
import { secondsText, t } from '../i18n/texts.js';
import { frameTitle, newestSheets, reasonTexts, sheetSign, sheetStateText, templateText } from '../i18n/words.js';
import { keepFocusAway } from '../keys.js';
import { Part } from './part.js';

/** What was made of a frame: the portrait as it was cut, and its sheets. Emits `reprint` (detail: the sheet). */
class Products extends Part {
  static properties = { frame: {} };

  render() {
    const took = this.frame?.pressToSheetMillis;
    return html`<section class="panel products" aria-label=${t('products.label')}>
      ${this.#portrait()}
      <div class="sheets">
        <h2 class="heading">
          ${t('products.sheets')}
          <span class="digits">${took === undefined ? nothing : t('products.took', { took: secondsText(took) })}</span>
        </h2>
        ${this.#sheets()}
      </div>
    </section>`;
  }

  #portrait() {
    const { frame } = this;
    if (!frame) return html`<div class="portrait empty"><span>${t('products.portrait')}</span></div>`;
    if (frame.portraitProblem)
      return html`<div class="portrait empty" data-tone="bad"><span>✕ ${t('products.no-portrait')}</span></div>`;
    if (!frame.portrait) return html`<div class="portrait empty"><span>${t('products.cutting')}</span></div>`;
    return keyed(
      frame.frameId,
      html`<div class="portrait">
        <img src=${portraitUrl(frame.frameId)} alt=${t('products.portrait-alt', { title: frameTitle(frame) })} />
      </div>`,
    );
  }

  #sheets() {
    const sheets = newestSheets(this.frame?.sheets ?? []);
    if (!this.frame) return html`<p class="quiet">${t('products.none')}</p>`;
    if (sheets.length === 0) return html`<p class="quiet">${t('products.no-sheets')}</p>`;
    return html`<ul class="sheet-list">
      ${sheets.map((sheet) => this.#sheet(sheet))}
    </ul>`;
  }

  #sheet(sheet) {
    const name = templateText(sheet.template);
    const again = ['failed', 'doubtful', 'done'].includes(sheet.state);
    const causes = reasonTexts(sheet.reasons ?? []).join(t('list.separator'));
    return html`<li data-state=${sheet.state}>
      <span class="sheet-name"
        >${name} ${sheet.copies > 1 ? html`<small>${t('products.copy', { n: sheet.copies })}</small>` : nothing}</span
      >
      <span class="sheet-state"
        ><span class="sign" data-state=${sheet.state} aria-hidden="true">${sheetSign(sheet.state)}</span>
        ${sheetStateText(sheet.state)}</span
      >
      <span class="sheet-causes" title=${causes}>${causes}</span>
      <span class="sheet-links">
        ${
          sheet.file === undefined
            ? nothing
            : html`<a
                href=${sheetUrl(sheet.sheetId)}
                target="_blank"
                rel="noopener"
                @mousedown=${keepFocusAway}
                aria-label=${t('products.pdf-of', { name })}
                >PDF</a
              >`
        }
        ${
          again
            ? html`<button
                type="button"
                class="link"
                aria-label=${t('reprint.of', { name })}
                @mousedown=${keepFocusAway}
                @click=${() => this.#reprint(sheet)}
              >
                ${t('reprint.button')}
              </button>`
            : nothing
        }
      </span>
    </li>`;
  }

  #reprint(sheet) {
    this.dispatchEvent(new CustomEvent('reprint', { bubbles: true, detail: sheet }));
  }
}

customElements.define('cx-products', Products);
