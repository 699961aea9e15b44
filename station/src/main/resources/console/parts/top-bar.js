import { html } from 'lit';
import { countText, currentLanguage, setLanguage, t, timeText } from '../i18n/texts.js';
import { keepFocusAway } from '../keys.js';
import { Part } from './part.js';
import './operator.js';

/**
 * What session this is, how far it is, the time, and the page's own switches. Emits `language`, `sound` and
 * `open-roster`.
 */
class TopBar extends Part {
  static properties = { state: {}, sound: { type: Boolean }, now: { state: true } };
  #ticker = null;

  constructor() {
    super();
    this.now = new Date();
  }

  connectedCallback() {
    super.connectedCallback();
    this.#ticker = setInterval(() => {
      this.now = new Date();
    }, 1000);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#ticker);
  }

  render() {
    return html`<header class="top-bar">
      <img class="brand-mark" src="/console/favicon.svg" alt="" />
      <strong class="brand">${t('app.name')}</strong>
      <span class="session">${this.state?.session.name ?? ''}</span>
      ${this.state ? this.#counts(this.state.counts) : ''}
      <cx-operator .language=${currentLanguage()}></cx-operator>
      <time class="clock digits">${timeText(this.now)}</time>
      <button
        type="button"
        class="plain"
        aria-pressed=${this.sound}
        @mousedown=${keepFocusAway}
        @click=${() => this.dispatchEvent(new Event('sound', { bubbles: true }))}
      >
        ${t(this.sound ? 'sound.on' : 'sound.off')}
      </button>
      <button
        type="button"
        class="plain"
        lang=${currentLanguage() === 'zh' ? 'en' : 'zh-CN'}
        @mousedown=${keepFocusAway}
        @click=${this.#switchLanguage}
      >
        ${t('language.other')}
      </button>
    </header>`;
  }

  #counts({ roster, checkedIn, photographed }) {
    return html`<dl class="counts" aria-label=${t('counts.label')}>
        <div>
          <dt>${t('counts.photographed')}</dt>
          <dd class="digits">${countText(photographed)}</dd>
        </div>
        <div>
          <dt>${t('counts.checked-in')}</dt>
          <dd class="digits">${countText(checkedIn)}</dd>
        </div>
        <div>
          <dt>
            <button type="button" class="link" @mousedown=${keepFocusAway} @click=${this.#openRoster}>
              ${t('counts.roster')}
            </button>
          </dt>
          <dd class="digits">${countText(roster)}</dd>
        </div>
      </dl>
      <progress max=${Math.max(roster, 1)} value=${photographed} aria-label=${t('counts.progress')}></progress>`;
  }

  #openRoster() {
    this.dispatchEvent(new Event('open-roster', { bubbles: true }));
  }

  #switchLanguage() {
    setLanguage(currentLanguage() === 'zh' ? 'en' : 'zh');
    this.dispatchEvent(new Event('language', { bubbles: true }));
  }
}

customElements.define('cx-top-bar', TopBar);
