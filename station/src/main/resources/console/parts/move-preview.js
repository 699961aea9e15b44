import { html, nothing } from 'lit';
import { moveFrames, newRequestId, previewMove } from '../station/api.js';
import { countText, numberText, problemText, t } from '../i18n/texts.js';
import { briefName, paperText } from '../i18n/words.js';
import { Part } from './part.js';

const REASONS = ['wrong-number', 'off-by-one', 'test-shot', 'named-by-file', 'other'];

/**
 * What a move would change, as the station reckons it, and the one button that does it. `look` asks for a preview;
 * emits `moved` (detail: the operation) when it is done, and `given-up`.
 */
class MovePreview extends Part {
  static properties = { preview: { state: true }, code: { state: true }, busy: { state: true } };
  #move = null;
  #requestId = null;
  #suggested = REASONS[0];

  /** @param suggested the reason that is chosen at first */
  async look(move, suggested = REASONS[0]) {
    this.#move = move;
    this.#suggested = suggested;
    this.#requestId = newRequestId();
    this.preview = null;
    await this.#ask(async () => {
      this.preview = await previewMove(move);
    });
    await this.updateComplete;
    this.querySelector('button.primary, button')?.focus();
  }

  clear() {
    this.#move = null;
    this.preview = null;
    this.code = null;
  }

  async #ask(work) {
    this.busy = true;
    try {
      await work();
      this.code = null;
    } catch (problem) {
      this.code = problem.code ?? 'internal';
    }
    this.busy = false;
  }

  #do(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const words = form.get('words').trim();
    const reason = form.get('reason') === 'other' && words ? words : t(`move.reason-${form.get('reason')}`);
    this.#ask(async () => {
      const command = { requestId: this.#requestId, token: this.preview.token, reason, move: this.#move };
      const operation = await moveFrames(command);
      this.clear();
      this.dispatchEvent(new CustomEvent('moved', { bubbles: true, detail: operation }));
    });
  }

  #giveUp() {
    this.clear();
    this.dispatchEvent(new Event('given-up', { bubbles: true }));
  }

  render() {
    if (!this.#move) return nothing;
    return html`<section class="move-preview" aria-label=${t('move.preview')}>
      ${this.code ? this.#fault() : nothing} ${this.preview ? this.#plan(this.preview) : nothing}
      ${!this.preview && !this.code ? html`<p class="quiet">${t('move.looking')}</p>` : nothing}
    </section>`;
  }

  #fault() {
    return html`<p role="alert" class="fault">✕ ${problemText(this.code)}</p>
      <p class="move-acts">
        <button type="button" class="secondary" @click=${() => this.look(this.#move, this.#suggested)}>
          ${t('move.look-again')}
        </button>
        <button type="button" class="plain" @click=${() => this.#giveUp()}>${t('move.give-up')}</button>
      </p>`;
  }

  #plan(plan) {
    return html`<h3>${t('move.will-change', { n: countText(plan.moves.length) })}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">${t('move.number')}</th>
            <th scope="col">${t('move.person')}</th>
            <th scope="col">${t('move.before')}</th>
            <th scope="col">${t('move.after')}</th>
          </tr>
        </thead>
        <tbody>
          ${this.#tray(plan)} ${plan.numbers.map((change) => this.#row(change))}
        </tbody>
      </table>
      <ul class="move-warnings">
        ${plan.warnings.map(
          ({ code, number }) =>
            html`<li data-tone=${code === 'is-current' || code === 'frame-owed' ? 'warn' : 'bad'}>
              <span class="sign" aria-hidden="true">▲</span> ${t(`move.warn-${code}`, { number: numberText(number) })}
            </li>`,
        )}
        ${
          plan.takeBack.length > 0
            ? html`<li data-tone="warn">
                <span class="sign" aria-hidden="true">▲</span>
                ${t('move.take-back', { sheets: plan.takeBack.map(paperText).join(t('list.separator')) })}
              </li>`
            : nothing
        }
      </ul>
      <form @submit=${this.#do}>
        <fieldset>
          <legend>${t('move.why')}</legend>
          ${REASONS.map(
            (reason) =>
              html`<label
                ><input type="radio" name="reason" value=${reason} ?checked=${reason === this.#suggested} />
                ${t(`move.reason-${reason}`)}</label
              >`,
          )}
          <input type="text" name="words" maxlength="200" aria-label=${t('move.reason-words')} placeholder=${t('move.reason-words')} />
        </fieldset>
        <p class="move-acts">
          <button type="submit" class="primary" ?disabled=${this.busy}>${t('move.do')}</button>
          <button type="button" class="secondary" @click=${() => this.#giveUp()}>${t('move.give-up')}</button>
        </p>
      </form>`;
  }

  /** Frames that come from the tray or go to nobody have no number to be listed under. */
  #tray({ moves }) {
    const from = moves.filter((move) => move.from === undefined).length;
    const to = moves.filter((move) => move.to === undefined).length;
    const row = (name, words) => html`<tr>
      <td colspan="2">${name}</td>
      <td colspan="2" class="digits">${words}</td>
    </tr>`;
    return [
      from > 0 ? row(t('status.tray'), `−${from}`) : nothing,
      to > 0 ? row(t('move.nobody-kept'), `+${to}`) : nothing,
    ];
  }

  #row({ number, person, before, leaving, arriving, after }) {
    return html`<tr data-empty=${after === 0}>
      <td class="digits"><b>${numberText(number)}</b></td>
      <td>${person ? briefName(person.name) : ''}</td>
      <td class="digits">${before}</td>
      <td class="digits">
        <b>${after}</b>
        <span class="quiet">${leaving > 0 ? `−${leaving}` : ''} ${arriving > 0 ? `+${arriving}` : ''}</span>
      </td>
    </tr>`;
  }
}

customElements.define('cx-move-preview', MovePreview);
