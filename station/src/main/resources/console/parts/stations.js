import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { numberText, problemText, t } from '../i18n/texts.js';
import { keepFocusAway } from '../keys.js';
import { takeOver } from '../station/api.js';
import { Part } from './part.js';

/** Milliseconds by which a clock is ahead, in words. */
function clockText(lead) {
  const seconds = Math.round(Math.abs(lead) / 1000);
  const whole = seconds < 120 ? t('stations.seconds', { n: seconds }) : t('stations.minutes', { n: Math.round(seconds / 60) });
  return t(lead > 0 ? 'stations.clock-fast' : 'stations.clock-slow', { off: whole });
}

/**
 * The stations of the site: who is there and whose person is before it; a dead one is taken over by its button. Not shown
 * where a station works alone. Emits `taken-over`.
 */
class Stations extends Part {
  static properties = { site: {}, note: { state: true }, asked: { state: true } };

  render() {
    if (!this.site?.isShared) return nothing;
    return html`<section class="panel stations" aria-label=${t('stations.label')}>
      <h2 class="heading">${t('stations.label')}</h2>
      <ul>
        ${repeat(
          this.site.stations,
          (station) => station.name,
          (station) => this.#station(station),
        )}
      </ul>
      <div role="alert">${this.#note()}</div>
    </section>`;
  }

  #station({ name, state, current, isThis, isClockOff, clockLeadMillis }) {
    // What this page last heard of the others says nothing while the site does not answer.
    const isDead = state === 'dead' && !isThis && this.site.isReachable;
    return html`<li data-state=${isDead ? 'dead' : 'alive'}>
      <span class="sign" aria-hidden="true">${isDead ? '✕' : '●'}</span>
      <b>${name}</b>
      <span class="digits">${current === undefined ? '–' : numberText(current)}</span>
      <span class="station-state">${isThis ? t('stations.this') : t(`stations.${state}`)}</span>
      ${isClockOff ? html`<span class="clock-off">▲ ${clockText(clockLeadMillis)}</span>` : nothing}
      ${isDead
        ? html`<button
            type="button"
            class="secondary"
            ?disabled=${this.asked === name}
            @mousedown=${keepFocusAway}
            @click=${() => this.#takeOver(name)}
          >
            ${t('stations.take-over')}
          </button>`
        : nothing}
    </li>`;
  }

  #note() {
    if (!this.site.isReachable) return html`<p data-tone="bad">✕ ${t('stations.unreachable')}</p>`;
    const own = this.site.stations.find((station) => station.isThis && station.isClockOff);
    if (own) {
      return html`<p data-tone="bad">▲ ${t('stations.set-clock', { off: clockText(own.clockLeadMillis) })}</p>`;
    }
    return this.note ? html`<p>${this.note}</p>` : nothing;
  }

  async #takeOver(name) {
    this.asked = name;
    try {
      const { number } = await takeOver(name);
      this.note =
        number === undefined ? t('stations.taken-empty', { name }) : t('stations.taken', { name, number: numberText(number) });
      this.dispatchEvent(new Event('taken-over', { bubbles: true }));
    } catch (problem) {
      this.note = problemText(problem.code);
    }
    this.asked = undefined;
  }
}

customElements.define('cx-stations', Stations);
