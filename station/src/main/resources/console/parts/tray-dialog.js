import { html } from 'lit';
import { getTray, screenUrl } from '../station/api.js';
import './evidence.js';
import { Dialog } from './dialog.js';
import { problemText, t, timeText } from '../i18n/texts.js';

/** Frames nobody can be said to own. */
class TrayDialog extends Dialog {
  static properties = { tray: {}, code: {} };

  async show() {
    try {
      this.tray = await getTray();
      this.code = null;
    } catch (problem) {
      this.code = problem.code;
    }
    await super.show();
  }

  render() {
    return this.frame(
      t('tray.title'),
      html`<p>${this.code ? problemText(this.code) : t(this.tray?.length ? 'tray.help' : 'tray.empty')}</p>
        <ul class="tray">
          ${(this.tray ?? []).map(
            (frame) =>
              html`<li>
                <img src=${screenUrl(frame.frameId)} alt="" /><time class="digits"
                  >${timeText(new Date(frame.filedAt))}</time
                >
                <span class="quiet">${frame.cameraFile}</span>
                <cx-evidence .words=${frame.evidence} .language=${this.language}></cx-evidence>
              </li>`,
          )}
        </ul>`,
    );
  }
}

customElements.define('cx-tray-dialog', TrayDialog);
