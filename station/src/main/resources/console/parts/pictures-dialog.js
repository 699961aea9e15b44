import { html, nothing } from 'lit';
import { sendPicture } from '../station/api.js';
import { Dialog } from './dialog.js';
import { countText, numberText, problemText, t } from '../i18n/texts.js';

const JPEG = /\.jpe?g$/i;
const BYTES_MAX = 60 * 1024 * 1024;
/** After these, every further file would fare the same. */
const STATION_AWAY = new Set(['unreachable', 'no-answer', 'stopping', 'day-closed', 'disk-full', 'spool-failed']);

/**
 * Sends pictures that people took of themselves, one after the other, and says what became of each. Emits `imported` and
 * `open-tray`.
 */
class PicturesDialog extends Dialog {
  static properties = {
    total: { state: true },
    skipped: { state: true },
    rows: { state: true },
    busy: { state: true },
  };

  #stopped = false;

  async showEmpty() {
    if (!this.busy) this.rows = null;
    await this.show();
  }

  async #chosen(event) {
    const chosen = [...event.target.files];
    event.target.value = '';
    if (this.busy || chosen.length === 0) return;
    const files = chosen.filter((file) => JPEG.test(file.name)).sort((a, b) => a.name.localeCompare(b.name));
    this.busy = true;
    this.#stopped = false;
    this.rows = [];
    this.total = files.length;
    this.skipped = chosen.length - files.length;
    for (const file of files) {
      if (this.#stopped) break;
      const row = await send(file);
      this.rows = [...this.rows, row];
      if (STATION_AWAY.has(row.code)) break;
    }
    this.busy = false;
    this.dispatchEvent(new Event('imported', { bubbles: true }));
  }

  #openTray() {
    this.close();
    this.dispatchEvent(new Event('open-tray', { bubbles: true }));
  }

  render() {
    return this.frame(
      t('pictures.title'),
      html`<p class="quiet">${t('pictures.help')}</p>
        <div class="pictures-choose">
          <label class="file-button" aria-disabled=${Boolean(this.busy)}>
            ${t('pictures.folder')}
            <input type="file" multiple accept="image/jpeg" webkitdirectory ?disabled=${this.busy} @change=${this.#chosen} />
          </label>
          <label class="file-button" aria-disabled=${Boolean(this.busy)}>
            ${t('pictures.files')}
            <input type="file" multiple accept="image/jpeg,.jpg,.jpeg" ?disabled=${this.busy} @change=${this.#chosen} />
          </label>
        </div>
        <div role="status">${this.rows ? this.#progress() : nothing}</div>
        ${this.rows?.length > 0 ? this.#results() : nothing}`,
    );
  }

  #progress() {
    if (this.busy) {
      return html`<progress max=${this.total} value=${this.rows.length}></progress>
        <p>
          ${t('pictures.progress', { done: countText(this.rows.length), total: countText(this.total) })}
          <button type="button" class="secondary" @click=${() => (this.#stopped = true)}>${t('pictures.stop')}</button>
        </p>`;
    }
    const count = (is) => countText(this.rows.filter(is).length);
    return html`<p>
        ${t('pictures.done', {
          taken: count((row) => row.result === 'taken' || row.result === 'waiting'),
          before: count((row) => row.result === 'already-there'),
          refused: count((row) => row.code),
          skipped: countText(this.skipped),
        })}
      </p>
      <button type="button" class="primary" @click=${this.#openTray}>${t('pictures.to-tray')}</button>`;
  }

  /** What needs somebody's eye comes first. */
  #results() {
    const rank = (row) => (row.code ? 0 : row.person && row.person !== 'known' ? 1 : 2);
    const rows = [...this.rows].sort((one, other) => rank(one) - rank(other));
    return html`<ul class="pictures-results" aria-label=${t('pictures.list')} tabindex="0">
      ${rows.map(
        (row) =>
          html`<li class=${row.code ? 'fault' : ''}><b>${row.name}</b> <span>${resultText(row)}</span></li>`,
      )}
    </ul>`;
  }
}

async function send(file) {
  if (file.size > BYTES_MAX) return { name: file.name, code: 'picture-too-large' };
  try {
    return { name: file.name, ...(await sendPicture(file)) };
  } catch (problem) {
    return { name: file.name, code: problem.code };
  }
}

function resultText({ code, result, person, number }) {
  if (code) return `✕ ${problemText(code)}`;
  const words = [t(`pictures.result-${result}`)];
  if (person) words.push(t(`pictures.person-${person}`, { number: number ? numberText(number) : '' }));
  return `✓ ${words.join(t('list.separator'))}`;
}

customElements.define('cx-pictures-dialog', PicturesDialog);
