import { html, nothing } from 'lit';
import { answerSheet, getPrinting, pausePrinting } from '../station/print-api.js';
import { Dialog } from './dialog.js';
import { countText, problemText, t } from '../i18n/texts.js';
import { reasonTexts, templateText } from '../i18n/words.js';

/** The printer: how it is and what to do, sheets in doubt, a pause, what each class has. Emits `printing-changed`. */
class PrintDialog extends Dialog {
  static properties = { state: {}, printing: { state: true }, code: { state: true }, busy: { state: true } };

  async show() {
    await this.#ask(getPrinting);
    await super.show();
  }

  async #ask(question) {
    if (this.busy) return;
    this.busy = true;
    this.code = null;
    try {
      this.printing = await question();
      this.dispatchEvent(new Event('printing-changed', { bubbles: true }));
    } catch (problem) {
      this.code = problem.code;
    }
    this.busy = false;
  }

  #answer(sheet, cameOut) {
    return this.#ask(async () => {
      await answerSheet(sheet.sheetId, cameOut);
      return getPrinting();
    });
  }

  render() {
    return this.frame(
      t('print.title'),
      html`${this.code ? html`<p role="alert" class="fault">✕ ${problemText(this.code)}</p>` : nothing}
      ${this.state ? this.#printer(this.state.printer) : nothing}
      ${this.printing ? html`${this.#pause()} ${this.#inDoubt()} ${this.#classes()}` : nothing}`,
    );
  }

  #printer({ state, name, reasons, sheetsLeft, peopleLeft }) {
    const causes = reasonTexts(reasons);
    return html`<p>${name ?? ''} <b>${t(`printer.${state}`)}</b></p>
      ${causes.length > 0
        ? html`<ul>
            ${causes.map((cause) => html`<li>▲ ${cause}</li>`)}
          </ul>`
        : nothing}
      ${sheetsLeft === undefined
        ? nothing
        : html`<p>${t('print.left', { n: countText(sheetsLeft), m: countText(peopleLeft) })}</p>`}`;
  }

  #pause() {
    const { paused } = this.printing;
    return html`${paused ? html`<p role="status">▲ ${t('print.paused')}</p>` : nothing}
      <button type="button" class="secondary" @click=${() => this.#ask(() => pausePrinting(!paused))}>
        ${t(paused ? 'print.resume' : 'print.pause')}
      </button>`;
  }

  #inDoubt() {
    const { doubtful } = this.printing;
    if (doubtful.length === 0) return html`<p>✓ ${t('print.no-doubt')}</p>`;
    return html`<h3>${t('print.doubtful')}</h3>
      <ul class="in-doubt">
        ${doubtful.map(
          (sheet) =>
            html`<li data-sheet=${sheet.sheetId}>
              <b class="digits">${sheet.label}</b>
              <span>${reasonTexts(sheet.reasons ?? []).join(t('list.separator'))}</span>
              <button type="button" class="primary" @click=${() => this.#answer(sheet, true)}>
                ✓ ${t('print.came-out')}
              </button>
              <button type="button" class="secondary" @click=${() => this.#answer(sheet, false)}>
                ✕ ${t('print.not-out')}
              </button>
            </li>`,
        )}
      </ul>`;
  }

  #classes() {
    const { classes } = this.printing;
    if (classes.length === 0) return html`<p>${t('print.nothing')}</p>`;
    const head = ['people', 'done', 'under-way', 'in-doubt'];
    return html`<h3>${t('print.by-class')}</h3>
      <table>
        <thead>
          <tr>
            <th>${t('print.class')}</th>
            <th>${t('print.template')}</th>
            ${head.map((column) => html`<th class="digits">${t(`print.${column}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${classes.map(
            (row) =>
              html`<tr>
                <td>${row.className || t('print.no-class')}</td>
                <td>${templateText(row.template)}</td>
                ${[row.people, row.done, row.underWay, row.doubtful].map(
                  (count) => html`<td class="digits">${countText(count)}</td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>`;
  }
}

customElements.define('cx-print-dialog', PrintDialog);
