import { html, nothing } from 'lit';
import { importRoster } from '../station/api.js';
import { Dialog } from './dialog.js';
import { countText, problemText, t, tOr } from '../i18n/texts.js';

const ROWS_SHOWN = 20;

/** Takes the roster from a CSV file. A refused one is not imported at all, and its bad lines are named. Emits `imported`. */
class RosterDialog extends Dialog {
  static properties = {
    people: { type: Number },
    busy: { state: true },
    report: { state: true },
    problem: { state: true },
  };

  async #import(event) {
    event.preventDefault();
    const file = this.querySelector('input[type=file]').files[0];
    if (!file || this.busy) return;
    this.busy = true;
    this.report = null;
    this.problem = null;
    try {
      this.report = await importRoster(file);
      this.dispatchEvent(new Event('imported', { bubbles: true }));
    } catch (problem) {
      this.problem = problem;
    }
    this.busy = false;
  }

  render() {
    return this.frame(
      t('roster.title'),
      html`<p>${t('roster.people', { n: countText(this.people) })}</p>
        <form @submit=${this.#import}>
          <label for="roster-file">${t('roster.help')}</label>
          <input id="roster-file" type="file" accept=".csv,text/csv" required />
          <button type="submit" class="primary" aria-disabled=${Boolean(this.busy)}>
            ${t(this.busy ? 'roster.busy' : 'roster.import')}
          </button>
        </form>
        <div role="status">
          ${this.report ? html`<p>✓ ${t('roster.imported', { n: countText(this.report.imported) })}</p>` : nothing}
        </div>
        <div role="alert">${this.problem ? this.#refusal(this.problem) : nothing}</div>`,
    );
  }

  #refusal({ code, rows }) {
    return html`<p class="fault">✕ ${problemText(code)}</p>
      <ul class="refused-rows">
        ${rows
          .slice(0, ROWS_SHOWN)
          .map(
            ({ line, column, code: why }) =>
              html`<li>${t('roster.row', { line, column: column ?? '', why: tOr(`row.${why}`, why) })}</li>`,
          )}
      </ul>
      ${rows.length > ROWS_SHOWN ? html`<p class="quiet">${t('roster.more', { n: countText(rows.length - ROWS_SHOWN) })}</p>` : nothing}`;
  }
}

customElements.define('cx-roster-dialog', RosterDialog);
