import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { getTray, screenUrl } from '../station/api.js';
import './evidence.js';
import { Dialog } from './dialog.js';
import { countText, numberText, problemText, t, timeText } from '../i18n/texts.js';
import { briefName, frameTitle } from '../i18n/words.js';
import './move-preview.js';

/**
 * Frames nobody can be said to own, each with who it may be, and giving one to a number. Also for a single frame that
 * has a number already. Digits choose a proposal. Emits `moved`.
 */
class TrayDialog extends Dialog {
  static properties = { frames: {}, chosenId: { state: true }, code: { state: true }, single: { state: true } };

  async showTray() {
    this.single = false;
    await this.#read();
    await this.show();
  }

  /** One frame that lies under a wrong number. */
  async showFrame(frame) {
    this.single = true;
    this.code = null;
    this.frames = [frame];
    this.#choose(frame.frameId);
    await this.show();
  }

  async #read() {
    try {
      this.frames = await getTray();
      this.code = null;
    } catch (problem) {
      this.code = problem.code;
    }
    this.#choose(this.frames?.[0]?.frameId);
  }

  get #chosen() {
    return this.frames?.find((frame) => frame.frameId === this.chosenId);
  }

  get #preview() {
    return this.querySelector('cx-move-preview');
  }

  #choose(frameId) {
    this.chosenId = frameId;
    this.#preview?.clear();
  }

  #look(target, reason) {
    this.#preview.look({ frames: { frameIds: [this.chosenId], ...target } }, reason);
  }

  #keys(event) {
    if (event.target.matches('input[type="text"], input[inputmode]')) return;
    const proposal = this.#chosen?.proposals?.[Number(event.key) - 1];
    if (proposal) this.#look({ number: proposal.number });
  }

  #typed(event) {
    event.preventDefault();
    const number = Number.parseInt(new FormData(event.target).get('number'), 10);
    if (number > 0) this.#look({ number });
  }

  async #moved() {
    if (this.single) this.close();
    else await this.#read();
  }

  render() {
    const title = this.single ? t('move.give-to-another') : t('tray.title');
    const frame = this.#chosen;
    return this.frame(
      title,
      html`${this.single ? nothing : this.#gather()}
        <div class="tray" data-single=${this.single} @keydown=${this.#keys} @moved=${() => this.#moved()}>
        ${this.code ? html`<p role="alert" class="fault">✕ ${problemText(this.code)}</p>` : nothing}
        ${!this.code && !frame ? html`<p class="tray-empty">${t('tray.empty')}</p>` : nothing}
        ${!this.single && frame ? this.#list() : nothing} ${frame ? this.#picture(frame) : nothing}
        ${frame ? this.#owner(frame) : nothing}
      </div>`,
    );
  }

  /** What is done with many pictures at once. */
  #gather() {
    const named = (this.frames ?? []).filter((frame) => frame.proposals?.some(isNamed)).length;
    return html`<p class="tray-gather">
      <button type="button" class="secondary" @click=${this.#openImport}>${t('tray.import')}</button>
      ${
        named > 0
          ? html`<button type="button" class="secondary" @click=${() => this.#lookAtNamed()}>
              ${t('tray.accept-named', { n: countText(named) })}
            </button>`
          : nothing
      }
    </p>`;
  }

  #lookAtNamed() {
    this.#preview.look({ named: {} }, 'named-by-file');
  }

  #openImport() {
    this.close();
    this.dispatchEvent(new Event('open-pictures', { bubbles: true }));
  }

  #list() {
    return html`<fieldset class="tray-list">
      <legend class="quiet">${t('tray.help')}</legend>
      ${this.frames.map(
        (frame) =>
          html`<label>
            <input
              type="radio"
              name="tray-frame"
              .checked=${frame.frameId === this.chosenId}
              @change=${() => this.#choose(frame.frameId)}
            />
            <img src=${screenUrl(frame.frameId)} alt="" loading="lazy" />
            <time class="digits">${timeText(new Date(frame.announcedAt))}</time>
          </label>`,
      )}
    </fieldset>`;
  }

  #picture(frame) {
    return html`<figure class="tray-picture">
      ${keyed(frame.frameId, html`<img src=${screenUrl(frame.frameId)} alt=${t('tray.picture')} />`)}
      <figcaption class="quiet">
        ${frame.number === undefined ? nothing : html`<b>${frameTitle(frame)}</b>`}
        ${frame.cameraFile.startsWith(SELF_TAKEN) ? t('tray.self-taken') : frame.cameraFile}
      </figcaption>
    </figure>`;
  }

  #owner(frame) {
    return html`<div class="tray-owner">
      <h3>${t('tray.whose')}</h3>
      <cx-evidence .words=${frame.evidence} .language=${this.language}></cx-evidence>
      <ol class="proposals">
        ${(frame.proposals ?? []).map((proposal, i) => this.#proposal(proposal, i))}
      </ol>
      ${frame.proposals?.length === 0 ? html`<p class="quiet">${t('tray.no-proposal')}</p>` : nothing}
      <form class="tray-number" @submit=${this.#typed}>
        <label for="tray-number">${t('tray.other-number')}</label>
        <input id="tray-number" name="number" inputmode="numeric" pattern="[0-9]{1,6}" required autocomplete="off" />
        <button type="submit" class="secondary">${t('move.look')}</button>
      </form>
      <button type="button" class="secondary" @click=${() => this.#look({ nobody: true }, 'test-shot')}>
        ${t('tray.nobody')}
      </button>
      <cx-move-preview .language=${this.language}></cx-move-preview>
    </div>`;
  }

  #proposal({ number, person, reasons }, i) {
    return html`<li>
      <button type="button" class="secondary" @click=${() => this.#look({ number })}>
        <kbd>${i + 1}</kbd> <b class="digits">${numberText(number)}</b>
        <span class="brief-name">${person ? briefName(person.name) : ''}</span>
        <span class="proposal-reasons">${reasons.map(reasonText).join(t('list.separator'))}</span>
      </button>
    </li>`;
  }
}

/** The folder that pictures people sent in stand under. */
const SELF_TAKEN = '/self-taken/';

const isNamed = ({ reasons }) => reasons.some(({ code }) => code === 'named-by-file');

const reasonText = ({ code, at, toleranceSeconds }) =>
  t(`tray.reason-${code}`, { time: at ? timeText(new Date(at)) : '', n: toleranceSeconds ?? 0 });

customElements.define('cx-tray-dialog', TrayDialog);
