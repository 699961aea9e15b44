import { html, nothing } from 'lit';
import { closeDay, explainObstacle, getDay, reopenDay } from '../station/api.js';
import { Dialog } from './dialog.js';
import { countText, problemText, t, timeText } from '../i18n/texts.js';

/** A hash is read aloud and written down in groups. */
const GROUP = /.{8}/g;

/** Where what stands in the way is put right. */
const PLACES = {
  tray: 'open-tray',
  'sheets-to-take-back': 'open-moves',
  'card-unexplained': 'open-card',
  'card-not-compared': 'open-card',
  'site-conflicts': 'open-conflicts',
};

/**
 * The end of the day: what stands in its way and where to go, closing, opening again. Emits `open-tray`, `open-moves`,
 * `open-card`, `open-conflicts` and `closed`.
 */
class DayDialog extends Dialog {
  static properties = { day: { state: true }, code: { state: true }, busy: { state: true }, explaining: { state: true } };

  async show() {
    this.explaining = null;
    await this.#ask(getDay);
    await super.show();
  }

  async #ask(question) {
    if (this.busy) return;
    this.busy = true;
    this.code = null;
    try {
      this.day = await question();
      this.explaining = null;
      this.dispatchEvent(new Event('closed', { bubbles: true }));
    } catch (problem) {
      this.code = problem.code;
      if (problem.code === 'day-not-ready') this.day = await getDay().catch(() => this.day);
    }
    this.busy = false;
  }

  render() {
    return this.frame(
      t('day.title'),
      html`${this.code ? html`<p role="alert" class="fault">✕ ${problemText(this.code)}</p>` : nothing}
      ${this.day ? html`${this.day.state === 'closed' ? this.#closed() : nothing} ${this.#obstacles()} ${this.#button()}` : nothing}`,
    );
  }

  #closed() {
    const { at, by, sequence, hash } = this.day.closing;
    return html`<p class="day-closed">✓ ${t('day.closed', { at: timeText(new Date(at)), by })}</p>
      <p>${t('day.write-down', { n: sequence })}</p>
      <p class="day-hash digits">${hash.match(GROUP).map((group) => html`<span>${group}</span> `)}</p>`;
  }

  #obstacles() {
    const { obstacles, state } = this.day;
    if (obstacles.length === 0) return state === 'open' ? html`<p>✓ ${t('day.ready')}</p>` : nothing;
    return html`<p>${t(state === 'open' ? 'day.not-ready' : 'day.since-closed')}</p>
      <ul class="obstacles">
        ${obstacles.map((obstacle) => this.#obstacle(obstacle))}
      </ul>`;
  }

  #obstacle({ code, count, explainable }) {
    return html`<li data-code=${code}>
      <span><span class="sign" aria-hidden="true">▲</span> ${t(`obstacle.${code}`, { n: countText(count) })}</span>
      ${code in PLACES
        ? html`<button type="button" class="secondary" @click=${() => this.#open(PLACES[code])}>
            ${t(`day.${PLACES[code]}`)}
          </button>`
        : nothing}
      ${explainable
        ? html`<button
            type="button"
            class="secondary"
            @click=${() => {
              this.explaining = code;
            }}
          >
            ${t('day.explain')}
          </button>`
        : nothing}
      ${this.explaining === code ? this.#reasonForm('day.why', (reason) => explainObstacle(code, reason)) : nothing}
    </li>`;
  }

  #button() {
    if (this.day.state === 'open')
      return html`<button
        type="button"
        class="primary"
        aria-disabled=${Boolean(this.busy)}
        @click=${() => this.#ask(closeDay)}
      >
        ${t('day.close')}
      </button>`;
    if (this.explaining === 'reopen') return this.#reasonForm('day.reopen-why', reopenDay);
    return html`<button
      type="button"
      class="secondary"
      @click=${() => {
        this.explaining = 'reopen';
      }}
    >
      ${t('day.reopen')}
    </button>`;
  }

  #reasonForm(label, send) {
    const submit = (event) => {
      event.preventDefault();
      const reason = new FormData(event.target).get('reason').trim();
      if (reason) this.#ask(() => send(reason));
    };
    return html`<form class="day-reason" @submit=${submit}>
      <label>${t(label)} <input name="reason" required maxlength="200" autocomplete="off" /></label>
      <button type="submit" class="primary">${t('day.confirm')}</button>
    </form>`;
  }

  #open(place) {
    this.close();
    this.dispatchEvent(new Event(place, { bubbles: true }));
  }
}

customElements.define('cx-day-dialog', DayDialog);
