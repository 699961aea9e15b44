import { html } from 'lit';
import { countText, numberText, problemText, t, timeText } from '../i18n/texts.js';
import { listConflicts, settleConflict } from '../station/conflicts-api.js';
import { Dialog } from './dialog.js';

/**
 * What two stations did that cannot both hold: what happened, what to do, and a line to say what was found. Settling
 * changes nothing by itself; photos in the wrong place are moved from the tray page. Emits `settled`.
 */
class ConflictsDialog extends Dialog {
  static properties = { readAt: {}, conflicts: {}, code: {} };

  async show() {
    this.code = null;
    await this.#read();
    await super.show();
  }

  /** What is settled comes back by way of the site's database, a moment later. */
  updated(changed) {
    if (changed.has('readAt') && this.isOpen) this.#read();
  }

  render() {
    const help = this.code
      ? problemText(this.code)
      : t(this.conflicts?.length ? 'conflicts.help' : 'conflicts.empty');
    return this.frame(
      t('conflicts.title'),
      html`<p role="status" class="conflicts-help">${help}</p>
        <ul class="conflicts">
          ${(this.conflicts ?? []).map((conflict) => this.#conflict(conflict))}
        </ul>`,
    );
  }

  #conflict(conflict) {
    const { kind, person, number, otherNumber, people, station, otherStation, frames, settled, foundAt } = conflict;
    const words = {
      number: number === undefined ? '' : numberText(number),
      other: otherNumber === undefined ? '' : numberText(otherNumber),
      people: people === undefined ? '' : countText(people),
      station,
      otherStation: otherStation ?? t('conflicts.the-site'),
    };
    const taken = frames
      .map((each) => t('conflicts.frames', { station: each.station, n: countText(each.count) }))
      .join(t('list.separator'));
    return html`<li data-settled=${Boolean(settled)}>
      <h3>
        ${t(`conflict.${kind}`, words)}
        <time class="quiet digits">${timeText(new Date(foundAt))}</time>
      </h3>
      <p>${[person?.name, person?.studentNumber, taken].filter(Boolean).join(' · ')}</p>
      <p>${t(`conflict-do.${kind}`, words)}</p>
      ${settled ? this.#settled(settled) : this.#form(conflict)}
    </li>`;
  }

  #settled({ by, note, at }) {
    return html`<p class="quiet">${t('conflicts.settled', { by, note, time: timeText(new Date(at)) })}</p>`;
  }

  #form({ id }) {
    return html`<form @submit=${(event) => this.#settle(event, id)}>
      <label>
        <span>${t('conflicts.note')}</span>
        <input name="note" required maxlength="200" autocomplete="off" />
      </label>
      <button type="submit" class="primary">${t('conflicts.settle')}</button>
    </form>`;
  }

  async #settle(event, id) {
    event.preventDefault();
    const { note } = Object.fromEntries(new FormData(event.target));
    this.code = null;
    try {
      await settleConflict(id, note);
      await this.#read();
      this.dispatchEvent(new Event('settled', { bubbles: true }));
    } catch (problem) {
      this.code = problem.code;
    }
  }

  async #read() {
    try {
      this.conflicts = await listConflicts();
    } catch (problem) {
      this.code = problem.code;
    }
  }
}

customElements.define('cx-conflicts-dialog', ConflictsDialog);
