import { html, nothing, svg } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { screenUrl } from '../station/api.js';
import { currentLanguage, t } from '../i18n/texts.js';
import { Part } from './part.js';

const SIGNS = { pass: '✓', warn: '!', fail: '✕' };
const SENTENCES_MAX = 2;

/** What the registry's rules say of the current frame: its crop with the lines that are meant, and what to do. */
class Verdict extends Part {
  static properties = { frame: {} };

  render() {
    const { frame } = this;
    if (!frame) return nothing;
    const verdict = frame.verdict;
    return html`<section
      class="panel verdict"
      aria-label=${t('verdict.label')}
      aria-live="polite"
      data-level=${verdict?.level ?? 'none'}
    >
      ${verdict?.crop ? keyed(frame.frameId, crop(frame.frameId, verdict)) : nothing}
      <div class="verdict-words">
        <h2 class="heading">${t('verdict.label')}</h2>
        ${verdict ? words(verdict) : html`<p class="quiet">${t('verdict.judging')}</p>`}
      </div>
    </section>`;
  }
}

function words(verdict) {
  const worst = sentences(verdict);
  const more = worst.length - SENTENCES_MAX;
  return html`<p class="verdict-level">
      <span aria-hidden="true">${SIGNS[verdict.level]}</span> ${t(`verdict.${verdict.level}`)}
      ${more > 0 ? html`<small>${t('verdict.more', { n: more })}</small>` : nothing}
    </p>
    <ul title=${worst.map(({ text }) => text).join('\n')}>
      ${worst.slice(0, SENTENCES_MAX).map(({ level, text }) => html`<li data-level=${level}>${text}</li>`)}
    </ul>`;
}

/** What could not be found first, then what fails, then warnings. */
function sentences(verdict) {
  const unread = verdict.problem === undefined ? [] : [{ level: 'fail', text: t('verdict.unreadable') }];
  const missing = verdict.missing.map((what) => ({ level: 'fail', text: t(`verdict.missing.${what}`) }));
  const of = (level) =>
    verdict.findings
      .filter((finding) => finding.level === level && !(finding.code === 'faces' && missing.length > 0))
      .map((finding) => ({ level, text: finding[currentLanguage()] }));
  return [...unread, ...missing, ...of('fail'), ...of('warn')];
}

/** The frame as the screen has it, seen through the crop: nothing has to be cut for it. */
function crop(frameId, { frame, crop: part, head, findings }) {
  const level = (code) => findings.find((finding) => finding.code === code)?.level ?? 'pass';
  const stroke = part.height / 90;
  const across = (y, code) =>
    svg`<line x1=${part.left} x2=${part.left + part.width} y1=${y} y2=${y} stroke-width=${stroke} data-level=${level(code)} />`;
  const down = (x) =>
    svg`<line x1=${x} x2=${x} y1=${part.top} y2=${part.top + part.height} stroke-width=${stroke / 2} data-level=${level('centring')} />`;
  return html`<svg
    viewBox="${part.left} ${part.top} ${part.width} ${part.height}"
    role="img"
    aria-label=${t('verdict.crop')}
  >
    <image href=${screenUrl(frameId)} width=${frame.width} height=${frame.height} />
    ${head ? svg`${across(head.crown, 'head-top')}${across(head.eyeLine, 'eye-line')}${down(head.middle)}` : nothing}
  </svg>`;
}

customElements.define('cx-verdict', Verdict);
