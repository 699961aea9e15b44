import { html, nothing } from 'lit';
import { destroySheets, getSitting, listMoves, newRequestId, screenUrl, undoMove } from '../station/api.js';
import { Dialog } from './dialog.js';
import { countText, numberText, problemText, t, timeText } from '../i18n/texts.js';
import { paperText } from '../i18n/words.js';
import './move-preview.js';

const SHOWN = 30;

/** Shifting a whole run by one, what has been moved so far with its undo, and the paper to take back. Emits `moved`. */
class MovesDialog extends Dialog {
  static properties = {
    list: { state: true },
    code: { state: true },
    shift: { state: true },
    firstFrames: { state: true },
  };

  constructor() {
    super();
    this.shift = { from: '', to: '', by: 1, firstFrameId: '' };
    this.firstFrames = [];
  }

  async show() {
    this.querySelector('cx-move-preview')?.clear();
    await this.#read();
    await super.show();
  }

  /** Opens on the preview of what would put it right. */
  async showSuspicion({ from, to, by, frameIds, neighbour }) {
    await this.show();
    if (by === -1) {
      this.#preview.look({ frames: { frameIds, number: neighbour } }, 'off-by-one');
      return;
    }
    this.shift = { from, to, by, firstFrameId: frameIds[0] };
    await this.#readFirst(from);
    this.#look();
  }

  get #preview() {
    return this.querySelector('cx-move-preview');
  }

  async #read() {
    try {
      this.list = await listMoves(SHOWN);
      this.code = null;
    } catch (problem) {
      this.code = problem.code;
    }
  }

  #set(change) {
    this.shift = { ...this.shift, ...change };
    this.#preview?.clear();
  }

  async #from(value) {
    this.#set({ from: value, firstFrameId: '' });
    await this.#readFirst(value);
  }

  async #readFirst(number) {
    this.firstFrames = [];
    if (!(Number(number) > 0)) return;
    try {
      this.firstFrames = (await getSitting(Number(number))).frames;
    } catch {
      // A number nobody has: the preview says so.
    }
  }

  #look() {
    const { from, to, by, firstFrameId } = this.shift;
    const shift = { from: Number(from), to: Number(to), by };
    this.#preview.look({ shift: firstFrameId ? { ...shift, firstFrameId } : shift }, 'off-by-one');
  }

  async #undo(operation) {
    try {
      await undoMove(operation.operationId, { requestId: newRequestId(), reason: t('move.reason-undo') });
      this.code = null;
      this.dispatchEvent(new CustomEvent('moved', { bubbles: true }));
    } catch (problem) {
      this.code = problem.code;
      return;
    }
    await this.#read();
  }

  render() {
    return this.frame(
      t('moves.title'),
      html`<div class="moves" @moved=${() => this.#read()}>
        <div>
          ${this.#form()}
          <cx-move-preview .language=${this.language}></cx-move-preview>
        </div>
        <div>
          ${this.code ? html`<p role="alert" class="fault">✕ ${problemText(this.code)}</p>` : nothing} ${this.#takeBack()}
          ${this.#history()}
        </div>
      </div>`,
    );
  }

  #form() {
    const { from, to, by, firstFrameId } = this.shift;
    const field = (name, value, set) =>
      html`<label for=${`shift-${name}`}>${t(`moves.${name}`)}</label>
        <input
          id=${`shift-${name}`}
          inputmode="numeric"
          pattern="[0-9]{1,6}"
          required
          autocomplete="off"
          .value=${String(value)}
          @change=${(event) => set(event.target.value)}
        />`;
    return html`<form
      class="shift-form"
      @submit=${(event) => {
        event.preventDefault();
        this.#look();
      }}
    >
      <h3>${t('moves.shift')}</h3>
      <p class="shift-numbers">
        ${field('from', from, (value) => this.#from(value))} ${field('to', to, (value) => this.#set({ to: value }))}
      </p>
      <fieldset>
        ${[1, -1].map(
          (each) =>
            html`<label
              ><input type="radio" name="by" .checked=${by === each} @change=${() => this.#set({ by: each })} />
              ${t(each === 1 ? 'moves.to-next' : 'moves.to-before')}</label
            >`,
        )}
      </fieldset>
      ${
        this.firstFrames.length > 1
          ? html`<fieldset class="first-frames">
              <legend>${t('moves.first-frame', { number: numberText(Number(from)) })}</legend>
              ${this.firstFrames.map(
                (frame, i) =>
                  html`<label
                    ><input
                      type="radio"
                      name="first"
                      .checked=${firstFrameId === frame.frameId || (!firstFrameId && i === 0)}
                      @change=${() => this.#set({ firstFrameId: frame.frameId })}
                    /><img src=${screenUrl(frame.frameId)} alt=${t('moves.frame', { n: countText(i + 1) })} />
                    <time class="digits">${timeText(new Date(frame.filedAt))}</time></label
                  >`,
              )}
            </fieldset>`
          : nothing
      }
      <button type="submit" class="secondary">${t('move.look')}</button>
    </form>`;
  }

  #takeBack() {
    const sheets = this.list?.takeBack ?? [];
    const destroyed = this.list?.destroyed ?? [];
    if (sheets.length + destroyed.length === 0) return nothing;
    return html`<h3>${t('moves.take-back')}</h3>
      <ul class="take-back" tabindex="0" aria-label=${t('moves.take-back')}>
        ${sheets.map(
          (sheet) =>
            html`<li>
              <b>${paperText(sheet)}</b>
              <button type="button" class="secondary" @click=${() => this.#destroy([sheet.sheetId])}>
                ${t('moves.destroyed')}
              </button>
            </li>`,
        )}
        ${destroyed.map(
          (sheet) =>
            html`<li class="quiet">
              <s>${paperText(sheet)}</s>
              <span>✓ ${t('moves.destroyed-by', { by: sheet.by, time: timeText(new Date(sheet.at)) })}</span>
            </li>`,
        )}
      </ul>
      ${
        sheets.length > 1
          ? html`<button type="button" class="secondary" @click=${() => this.#destroy(sheets.map((each) => each.sheetId))}>
              ${t('moves.all-destroyed', { n: countText(sheets.length) })}
            </button>`
          : nothing
      }`;
  }

  async #destroy(sheetIds) {
    try {
      await destroySheets(sheetIds);
      await this.#read();
    } catch (problem) {
      this.code = problem.code;
    }
  }

  #history() {
    const operations = this.list?.operations ?? [];
    return html`<h3>${t('moves.history')}</h3>
      ${operations.length === 0 ? html`<p class="quiet">${t('moves.none')}</p>` : nothing}
      <ul class="move-history">
        ${operations.map((operation) => this.#operation(operation))}
      </ul>`;
  }

  #operation(operation) {
    const { kind, frames, reason, by, at, mayBeUndone, undoneBy, builtOnBy } = operation;
    return html`<li data-undone=${Boolean(undoneBy)}>
      <span>
        <b>${t(`moves.kind-${kind}`)}</b> <span class="digits">${spanText(frames)}</span>
        <span>${t('moves.frames', { n: countText(frames.length) })}</span>
        <span class="quiet">${timeText(new Date(at))} · ${by} · ${reason}</span>
      </span>
      ${
        mayBeUndone
          ? html`<button type="button" class="secondary" @click=${() => this.#undo(operation)}>${t('moves.undo')}</button>`
          : html`<span class="quiet">${t(undoneBy ? 'moves.undone' : builtOnBy ? 'moves.built-on' : 'moves.done')}</span>`
      }
    </li>`;
  }
}

/** From where to where, of the first frame and, when there are several, the last. */
function spanText(frames) {
  const name = (number) => (number === undefined ? t('moves.no-number') : numberText(number));
  const one = ({ from, to }) => `${name(from)} → ${name(to)}`;
  const [first] = frames;
  const last = frames[frames.length - 1];
  return one(first) === one(last) ? one(first) : `${one(first)} … ${one(last)}`;
}

customElements.define('cx-moves-dialog', MovesDialog);
