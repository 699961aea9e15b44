import { html, nothing } from 'lit';
import { countText, t } from '../i18n/texts.js';
import { keepFocusAway } from '../keys.js';
import { copyTone, isShortOfRoom } from '../station/disk.js';
import { Part } from './part.js';

const CAMERA_TONES = { ready: 'good', connecting: 'warn', absent: 'bad' };
const PRINTER_TONES = { idle: 'good', processing: 'good', none: 'calm', unreachable: 'bad', stopped: 'bad' };
const SIGNS = { good: '●', warn: '▲', bad: '✕', calm: '○' };
const MOST_PEOPLE = 9999;

/**
 * How the devices are, in a word each; what to do about them stands in the notices. Emits `open-tray`, `open-moves`,
 * `open-card`, `open-printing` and `open-day`.
 */
class StatusBar extends Part {
  static properties = { state: {}, link: {} };

  render() {
    if (!this.state) return html`<footer class="status-bar"></footer>`;
    const { camera, printer, counts } = this.state;
    return html`<footer class="status-bar" aria-label=${t('status.label')}>
      ${this.#item('camera', CAMERA_TONES[camera.state], t('status.camera'), this.#camera(camera))}
      <button
        type="button"
        class="status-item link"
        data-device="printer"
        data-tone=${PRINTER_TONES[printer.state]}
        title=${`${t('status.printer')} ${this.#printer(printer)}`}
        @mousedown=${keepFocusAway}
        @click=${() => this.dispatchEvent(new Event('open-printing', { bubbles: true }))}
      >
        <span class="sign" aria-hidden="true">${SIGNS[PRINTER_TONES[printer.state]]}</span>
        <span class="status-name">${t('status.printer')}</span><b>${this.#printer(printer)}</b>
      </button>
      ${this.#disk()} ${this.#copy()} ${this.#item('late', counts.late > 0 ? 'warn' : 'good', t('status.late'), countText(counts.late))}
      <button
        type="button"
        class="status-item link"
        data-device="card"
        data-tone="calm"
        @mousedown=${keepFocusAway}
        @click=${() => this.dispatchEvent(new Event('open-card', { bubbles: true }))}
      >
        <span class="sign" aria-hidden="true">${SIGNS.calm}</span>
        <span class="status-name">${t('status.card')}</span><b>${t('status.card-compare')}</b>
      </button>
      <button
        type="button"
        class="status-item link"
        data-device="tray"
        data-tone=${counts.tray > 0 ? 'warn' : 'good'}
        @mousedown=${keepFocusAway}
        @click=${() => this.dispatchEvent(new Event('open-tray', { bubbles: true }))}
      >
        <span class="sign" aria-hidden="true">${SIGNS[counts.tray > 0 ? 'warn' : 'good']}</span>
        <span class="status-name">${t('status.tray')}</span><b>${countText(counts.tray)}</b>
      </button>
      <button
        type="button"
        class="status-item link"
        data-device="moves"
        @mousedown=${keepFocusAway}
        @click=${() => this.dispatchEvent(new Event('open-moves', { bubbles: true }))}
      >
        <span class="sign" aria-hidden="true">⇄</span><b>${t('moves.open')}</b>
      </button>
      <button
        type="button"
        class="status-item link"
        data-device="day"
        data-tone="calm"
        @mousedown=${keepFocusAway}
        @click=${() => this.dispatchEvent(new Event('open-day', { bubbles: true }))}
      >
        <b>${t('day.title')}</b>
      </button>
      ${this.#item('link', this.link === 'live' ? 'good' : 'bad', t('status.link'), t(`link.${this.link}`))}
    </footer>`;
  }

  #item(device, tone, name, words) {
    return html`<span class="status-item" data-device=${device} data-tone=${tone} title=${`${name} ${words}`}>
      <span class="sign" aria-hidden="true">${SIGNS[tone]}</span>
      <span class="status-name">${name}</span><b>${words}</b>
    </span>`;
  }

  #camera({ state, model }) {
    return [model, t(`camera.${state}`)].filter(Boolean).join(' · ');
  }

  #printer({ state, pending }) {
    const words = t(`printer.${state}`);
    return pending > 0 ? `${words} · ${t('printer.pending', { n: countText(pending) })}` : words;
  }

  #disk() {
    const { peopleLeft } = this.state.archive;
    const n = peopleLeft > MOST_PEOPLE ? `${countText(MOST_PEOPLE)}+` : countText(peopleLeft);
    const tone = isShortOfRoom(this.state.archive) ? 'bad' : 'good';
    return this.#item('disk', tone, t('status.disk'), t('disk.people-left', { n }));
  }

  #copy() {
    const copy = this.state.archive.secondCopy;
    if (!copy.wanted) return nothing;
    const n = countText(copy.behind);
    const words = copy.behind > 0 ? t('second.behind', { n }) : t('second.whole');
    return this.#item('copy', copyTone(copy), t('status.copy'), words);
  }
}

customElements.define('cx-status-bar', StatusBar);
