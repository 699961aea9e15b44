import { html, nothing } from 'lit';
import { countText, problemText, t, timeText } from '../i18n/texts.js';
import { reasonTexts } from '../i18n/words.js';
import { copyTone, isShortOfRoom } from '../station/disk.js';
import { Part } from './part.js';

/** Standing troubles, each with what to do, for as long as they last. */
class Notices extends Part {
  static properties = { state: {}, link: {}, readAt: {} };

  render() {
    const all = this.#all();
    if (all.length === 0) return nothing;
    return html`<section class="notices" aria-label=${t('notices.label')}>
      ${all.map(
        ({ tone, text }) =>
          html`<p role="alert" data-tone=${tone}>
            <span class="sign" aria-hidden="true">${tone === 'bad' ? '✕' : '▲'}</span> <span>${text}</span>
          </p>`,
      )}
    </section>`;
  }

  #all() {
    const all = [];
    const add = (tone, text) => all.push({ tone, text });
    if (this.link === 'lost') {
      add('bad', this.readAt ? t('notice.lost-since', { time: timeText(this.readAt) }) : t('notice.lost'));
    }
    if (!this.state) return all;
    const { camera, printer, counts, archive } = this.state;
    if (camera.fault) add(camera.state === 'ready' ? 'warn' : 'bad', problemText(camera.fault));
    else if (camera.state === 'absent') add('bad', problemText('camera-not-found'));
    const causes = reasonTexts(printer.reasons).join(t('list.separator'));
    if (printer.reasons.includes('certificate-untrusted')) add('bad', t('notice.printer-says', { causes }));
    else if (printer.state === 'unreachable') add('bad', t('notice.printer-unreachable'));
    else if (printer.state === 'stopped')
      add('bad', causes ? t('notice.printer-stopped', { causes }) : t('notice.printer-stopped-unsaid'));
    else if (causes) add('warn', t('notice.printer-says', { causes }));
    const { peopleLeft: paperFor } = printer;
    if (paperFor !== undefined && paperFor < archive.peopleToCome) {
      add('warn', t('notice.paper', { n: countText(paperFor), m: countText(archive.peopleToCome) }));
    }
    if (printer.doubtful > 0) add('warn', t('notice.doubtful'));
    if (counts.roster === 0) add('warn', t('notice.no-roster'));
    const { peopleLeft, peopleToCome, secondCopy } = archive;
    if (isShortOfRoom(archive)) {
      add('bad', t('notice.disk', { n: countText(peopleLeft), m: countText(peopleToCome) }));
    }
    this.#secondCopy(secondCopy, add);
    if (counts.tray > 0) add('warn', t('notice.tray', { n: countText(counts.tray) }));
    return all;
  }

  #secondCopy(copy, add) {
    const n = countText(copy.behind);
    if (copy.problem) {
      const why = t(`copy.${copy.problem}`);
      add('bad', t('notice.copy-broken', { why, n, time: timeText(new Date(copy.brokenSince)) }));
    } else if (copyTone(copy) === 'warn') {
      add('warn', t('notice.copy-behind', { n }));
    } else if (copy.sameDisk) {
      add('warn', t('notice.copy-same-disk'));
    }
  }
}

customElements.define('cx-notices', Notices);
