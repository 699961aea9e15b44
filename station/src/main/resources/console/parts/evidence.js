import { html, nothing } from 'lit';
import { numberText, t, tOr } from '../i18n/texts.js';
import { Part } from './part.js';

/** Why a frame is whose it is: what the station weighed (`frame.evidence`), in plain words and in its order. */
class Evidence extends Part {
  static properties = { words: {} };

  render() {
    const sentences = (this.words ?? []).map(sentence).filter(Boolean);
    if (sentences.length === 0) return nothing;
    return html`<details class="evidence">
      <summary>${t('evidence.why')}</summary>
      <ul>
        ${sentences.map((text) => html`<li>${text}</li>`)}
      </ul>
    </details>`;
  }
}

/** `key=value` as a sentence; what a newer station may add is shown as it is rather than hidden. */
function sentence(word) {
  const at = word.indexOf('=');
  const key = word.slice(0, at);
  const value = word.slice(at + 1);
  return SENTENCES[key]?.(value) ?? word;
}

const numbers = (value) => value.split(',').map(numberText).join(t('list.separator'));

const SENTENCES = {
  trigger: (value) => tOr(`evidence.trigger-${value}`, t('evidence.trigger-unknown')),
  intent: (value) => (value === 'none' ? t('evidence.intent-none') : t('evidence.intent', { number: numbers(value) })),
  named: (value) => (value === 'none' ? t('evidence.named-none') : t('evidence.named', { number: numbers(value) })),
  order: (value) => {
    const [place, of] = value.split('of');
    return of === '1' ? t('evidence.order-only') : t('evidence.order', { place, of });
  },
  owed: (value) => t('evidence.owed', { numbers: numbers(value) }),
  clock: (value) => {
    const [offset, spread] = value.split('±');
    if (spread === undefined) return tOr(`evidence.clock-${value}`, value);
    if (offset === 'known') return t('evidence.clock-known', { spread: seconds(spread) });
    return t('evidence.clock', { offset: seconds(offset), spread: seconds(spread) });
  },
  turn: (value) => (value === 'none' ? t('evidence.turn-none') : t('evidence.turn', { numbers: numbers(value) })),
  counter: (value) =>
    value.startsWith('gap')
      ? t('evidence.counter-gap', { n: value.slice(3) })
      : tOr(`evidence.counter-${value}`, value),
  proposes: (value) =>
    value === 'none' ? t('evidence.proposes-none') : t('evidence.proposes', { numbers: numbers(value) }),
};

/** `+0.4s` as it stands, without the unit that the sentence has. */
const seconds = (text) => text.replace(/s$/, '');

customElements.define('cx-evidence', Evidence);
