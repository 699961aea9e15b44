import { html, nothing } from 'lit';
import * as api from './api.js';
import { problemText, t, timeText } from './i18n.js';
import { frameTitle, templateText } from './words.js';
import { Part } from './part.js';
import './picture.js';
import './products.js';

/** A modal part of the page; `open` shows it, Esc or its button closes it. */
class Dialog extends Part {
  get #dialog() {
    return this.querySelector('dialog');
  }

  async show() {
    await this.updateComplete;
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  close() {
    this.#dialog.close();
  }

  frame(title, content) {
    return html`
      <dialog aria-label=${title}>
        <header><h2>${title}</h2><button type="button" class="secondary" @click=${() => this.close()}>${t('dialog.close')}</button></header>
        ${content}
      </dialog>`;
  }
}

/** One earlier frame, with all that was made of it. */
class FrameDialog extends Dialog {
  static properties = { shown: {} };

  render() {
    return this.frame(this.shown ? frameTitle(this.shown) : '', this.shown ? html`
      <div class="dialog-frame">
        <cx-picture .frame=${this.shown} .language=${this.language}></cx-picture>
        <cx-products .frame=${this.shown} .language=${this.language}></cx-products>
      </div>
      <p class="quiet">${t(`frame.reason-${this.shown.reason ?? 'unclaimed'}`)} · SHA-256 ${this.shown.sha256.slice(0, 16)}…</p>` : nothing);
  }
}

/** Frames nobody can be said to own. */
class TrayDialog extends Dialog {
  static properties = { tray: {}, code: {} };

  async show() {
    try {
      this.tray = await api.getTray();
      this.code = null;
    } catch (problem) {
      this.code = problem.code;
    }
    await super.show();
  }

  render() {
    return this.frame(t('tray.title'), html`
      <p>${this.code ? problemText(this.code) : t(this.tray?.length ? 'tray.help' : 'tray.empty')}</p>
      <ul class="tray">${(this.tray ?? []).map((frame) => html`
        <li><img src=${api.screenUrl(frame.frameId)} alt=""><time class="digits">${timeText(new Date(frame.filedAt))}</time>
          <span class="quiet">${frame.cameraFile}</span></li>`)}
      </ul>`);
  }
}

const REASONS = ['jam', 'quality', 'lost', 'extra'];

/** Asks why a sheet goes to the printer again; the answer is kept in the journal. */
class ReprintDialog extends Dialog {
  static properties = { sheet: {}, code: {} };

  async #send(event) {
    event.preventDefault();
    const reason = new FormData(event.target).get('reason');
    try {
      await api.reprint(this.sheet.sheetId, reason);
      this.code = null;
      this.close();
    } catch (problem) {
      this.code = problem.code;
    }
  }

  render() {
    const name = this.sheet ? templateText(this.sheet.template) : '';
    return this.frame(t('reprint.of', { name }), html`
      <form @submit=${this.#send}>
        <fieldset>
          <legend>${t('reprint.why')}</legend>
          ${REASONS.map((reason, i) => html`
            <label><input type="radio" name="reason" value=${reason} ?checked=${i === 0}> ${t(`reprint.${reason}`)}</label>`)}
        </fieldset>
        ${this.code ? html`<p role="alert" class="fault">✕ ${problemText(this.code)}</p>` : nothing}
        <button type="submit" class="primary">${t('reprint.send')}</button>
      </form>`);
  }
}

customElements.define('cx-frame-dialog', FrameDialog);
customElements.define('cx-tray-dialog', TrayDialog);
customElements.define('cx-reprint-dialog', ReprintDialog);
