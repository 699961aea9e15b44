import { html, nothing } from 'lit';
import { reprint } from '../station/api.js';
import { Dialog } from './dialog.js';
import { problemText, t } from '../i18n/texts.js';
import { templateText } from '../i18n/words.js';

const REASONS = ['jam', 'quality', 'lost', 'extra'];

/** Asks why a sheet goes to the printer again; the answer is kept in the journal. */
class ReprintDialog extends Dialog {
  static properties = { sheet: {}, code: {} };

  async #send(event) {
    event.preventDefault();
    const reason = new FormData(event.target).get('reason');
    try {
      await reprint(this.sheet.sheetId, reason);
      this.code = null;
      this.close();
    } catch (problem) {
      this.code = problem.code;
    }
  }

  render() {
    const name = this.sheet ? templateText(this.sheet.template) : '';
    return this.frame(
      t('reprint.of', { name }),
      html`<form @submit=${this.#send}>
        <fieldset>
          <legend>${t('reprint.why')}</legend>
          ${REASONS.map(
            (reason, i) =>
              html`<label
                ><input type="radio" name="reason" value=${reason} ?checked=${i === 0} />
                ${t(`reprint.${reason}`)}</label
              >`,
          )}
        </fieldset>
        ${this.code ? html`<p role="alert" class="fault">✕ ${problemText(this.code)}</p>` : nothing}
        <button type="submit" class="primary">${t('reprint.send')}</button>
      </form>`,
    );
  }
}

customElements.define('cx-reprint-dialog', ReprintDialog);
