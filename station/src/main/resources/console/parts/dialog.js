import { html } from 'lit';
import { t } from '../i18n/texts.js';
import { Part } from './part.js';

/** A modal part of the page; `open` shows it, Esc or its button closes it. */
export class Dialog extends Part {
  get #dialog() {
    return this.querySelector('dialog');
  }

  get isOpen() {
    return this.#dialog?.open ?? false;
  }

  async show() {
    await this.updateComplete;
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  close() {
    this.#dialog.close();
  }

  frame(title, content) {
    return html`<dialog aria-label=${title}>
      <header>
        <h2>${title}</h2>
        <button type="button" class="secondary" @click=${() => this.close()}>${t('dialog.close')}</button>
      </header>
      ${content}
    </dialog>`;
  }
}
