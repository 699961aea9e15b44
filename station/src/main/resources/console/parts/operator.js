import { html } from 'lit';
import { OPERATOR_LENGTH_MAX, operatorName, setOperatorName } from '../station/operator.js';
import { t } from '../i18n/texts.js';
import { Part } from './part.js';

/** The operator's name, for the journal; kept in this browser. */
class Operator extends Part {
  render() {
    return html`<label class="operator">
      <span>${t('operator.label')}</span>
      <input
        type="text"
        autocomplete="off"
        maxlength=${OPERATOR_LENGTH_MAX}
        placeholder=${t('operator.nobody')}
        .value=${operatorName()}
        @change=${this.#changed}
        @keydown=${this.#leave}
      />
    </label>`;
  }

  #changed({ target }) {
    setOperatorName(target.value);
    target.value = operatorName();
  }

  /** Enter means "that is my name"; then Space captures again. */
  #leave(event) {
    if (event.key === 'Enter' && !event.isComposing) event.target.blur();
  }
}

customElements.define('cx-operator', Operator);
