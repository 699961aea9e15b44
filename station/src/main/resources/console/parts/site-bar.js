import { html, nothing } from 'lit';
import { countText, t, timeText } from '../i18n/texts.js';
import { keepFocusAway } from '../keys.js';
import { Part } from './part.js';

/** How this station stands to the other stations, when there is something to know. Emits `open-conflicts`. */
class SiteBar extends Part {
  static properties = { sync: {} };

  render() {
    const all = [this.#offline(), this.#refused(), this.#conflicts()].filter(Boolean);
    if (all.length === 0) return nothing;
    return html`<section class="notices site-bar" aria-label=${t('site-bar.label')}>${all}</section>`;
  }

  #offline() {
    const { offlineSince, framesToUpload, reserve } = this.sync ?? {};
    if (!offlineSince) return null;
    const words = { n: countText(framesToUpload), time: timeText(new Date(offlineSince)), reserve: countText(reserve) };
    return this.#line('warn', t(reserve > 0 ? 'site-bar.offline' : 'site-bar.offline-no-numbers', words));
  }

  #refused() {
    const refused = this.sync?.rowsRefused ?? 0;
    return refused > 0 ? this.#line('bad', t('site-bar.refused', { n: countText(refused) })) : null;
  }

  #conflicts() {
    const n = this.sync?.conflicts ?? 0;
    if (n === 0) return null;
    return this.#line(
      'warn',
      html`${t('site-bar.conflicts', { n: countText(n) })}
        <button
          type="button"
          class="secondary"
          @mousedown=${keepFocusAway}
          @click=${() => this.dispatchEvent(new Event('open-conflicts', { bubbles: true }))}
        >
          ${t('site-bar.look')}
        </button>`,
    );
  }

  #line(tone, content) {
    return html`<p role="alert" data-tone=${tone}>
      <span class="sign" aria-hidden="true">${tone === 'bad' ? '✕' : '▲'}</span> <span>${content}</span>
    </p>`;
  }
}

customElements.define('cx-site-bar', SiteBar);
