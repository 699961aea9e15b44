import { html, nothing } from 'lit';
import { getCard, reconcileCard } from '../station/api.js';
import { Dialog } from './dialog.js';
import { countText, problemText, t, timeText } from '../i18n/texts.js';

/** Whether everything on the camera's card is in the archive. */
class CardDialog extends Dialog {
  static properties = { readAt: {}, statements: {}, code: {}, busy: { type: Boolean } };

  async show() {
    await this.#read();
    await super.show();
  }

  /** While something is fetched, the statement changes by itself. */
  updated(changed) {
    const isFetching = this.statements?.some((card) => card.wanted > 0);
    if (changed.has('readAt') && isFetching && this.isOpen && !this.busy) this.#read();
  }

  #read() {
    return this.#ask(getCard, (all) => {
      this.statements = all;
    });
  }

  render() {
    return this.frame(
      t('card.title'),
      html`${this.code ? html`<p role="alert">${problemText(this.code)}</p>` : nothing}
        ${this.statements?.length ? this.statements.map((each) => this.#statement(each)) : html`<p>${t('card.none')}</p>`}
        <p class="quiet card-help">${t('card.help')}</p>
        <button type="button" class="primary" ?disabled=${this.busy} @click=${this.#reconcile}>
          ${t(this.busy ? 'card.comparing' : 'card.compare')}
        </button>`,
    );
  }

  #statement(card) {
    const numbers = Object.fromEntries(
      ['onCard', 'filed', 'baseline', 'fetched', 'wanted', 'unexplained', 'vanished'].map((key) => [
        key,
        countText(card[key]),
      ]),
    );
    const isSettled = card.wanted + card.unexplained === 0;
    return html`<section class="card-statement" data-tone=${isSettled ? 'good' : 'warn'}>
      <p>
        <span class="sign" aria-hidden="true">${isSettled ? '●' : '▲'}</span>
        <strong>${t('card.statement', numbers)}</strong>
      </p>
      <p>
        ${card.baseline ? t('card.baseline', numbers) : nothing} ${card.fetched ? t('card.fetched', numbers) : nothing}
        ${card.wanted ? t('card.wanted', numbers) : nothing}
        ${card.unexplained ? t('card.unexplained', numbers) : nothing}
        ${card.vanished ? t('card.vanished', numbers) : nothing}
      </p>
      <p class="quiet">
        ${t('card.where', {
          model: card.model,
          card: card.card,
          station: card.station,
          time: timeText(new Date(card.at)),
        })}
      </p>
    </section>`;
  }

  async #reconcile() {
    this.busy = true;
    const isCompared = await this.#ask(reconcileCard, () => {});
    if (isCompared) await this.#read();
    this.busy = false;
  }

  async #ask(request, then) {
    try {
      then(await request());
      this.code = null;
      return true;
    } catch (problem) {
      this.code = problem.code;
      return false;
    }
  }
}

customElements.define('cx-card-dialog', CardDialog);
