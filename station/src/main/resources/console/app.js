import { html } from 'lit';
import { currentLanguage, loadTexts } from './i18n/texts.js';
import { listenToKeys } from './keys.js';
import { Part } from './parts/part.js';
import { Press } from './station/press.js';
import { Sounds } from './sounds.js';
import { Station } from './station/station.js';
import { Turn } from './station/turn.js';
import './parts/card-dialog.js';
import './parts/check-in.js';
import './parts/conflicts-dialog.js';
import './parts/current.js';
import './parts/day-dialog.js';
import './parts/frame-dialog.js';
import './parts/moves-dialog.js';
import './parts/notices.js';
import './parts/picture.js';
import './parts/print-dialog.js';
import './parts/products.js';
import './parts/verdict.js';
import './parts/queue.js';
import './parts/reprint-dialog.js';
import './parts/roster-dialog.js';
import './parts/shift-notice.js';
import './parts/shutter.js';
import './parts/site-bar.js';
import './parts/stations.js';
import './parts/status-bar.js';
import './parts/strip.js';
import './parts/top-bar.js';
import './parts/pictures-dialog.js';
import './parts/tray-dialog.js';
import './parts/walk-in-dialog.js';

/** The capture page: builds its objects, hands every part what it shows, and passes on what the parts ask for. */
class Console extends Part {
  static properties = { openFrameId: { state: true } };

  #station = new Station();
  #press = new Press(this.#station);
  #turn = new Turn(this.#station, this.#press);
  #sounds = new Sounds();

  constructor() {
    super();
    for (const source of [this.#station, this.#press, this.#turn]) {
      source.addEventListener('change', () => this.requestUpdate());
    }
    this.#press.addEventListener('change', () => this.#sound());
  }

  firstUpdated() {
    listenToKeys({
      capture: () => this.#press.fire('keyboard'),
      next: () => this.#turn.next(),
      field: () => this.querySelector('cx-check-in').field,
      checkedInAt: () => this.querySelector('cx-check-in').answeredAt,
    });
    this.#station.start();
  }

  render() {
    const { state, frames, currentFrame, link, readAt } = this.#station;
    const { outcome, wasBusy } = this.#press;
    const current = state?.queue.current;
    const language = currentLanguage();
    return html`<cx-top-bar
        .state=${state}
        .sound=${this.#sounds.isOn}
        .language=${language}
        @language=${() => this.requestUpdate()}
        @sound=${this.#toggleSound}
        @open-roster=${() => this.querySelector('cx-roster-dialog').show()}
      ></cx-top-bar>
      <cx-notices .state=${state} .link=${link} .readAt=${readAt} .language=${language}></cx-notices>
      <cx-site-bar
        .sync=${state?.sync}
        .language=${language}
        @open-conflicts=${() => this.querySelector('cx-conflicts-dialog').show()}
      ></cx-site-bar>
      <cx-shift-notice
        .readAt=${readAt}
        .language=${language}
        @look-at-shift=${({ detail }) => this.querySelector('cx-moves-dialog').showSuspicion(detail)}
      ></cx-shift-notice>
      <main data-link=${link} @reprint=${({ detail }) => this.#askReprint(detail)}>
        <div class="column desk">
          <cx-check-in
            .language=${language}
            @checked-in=${() => this.#station.readState()}
            @open-walk-in=${({ detail }) => this.querySelector('cx-walk-in-dialog').showFor(detail)}
          ></cx-check-in>
          <cx-queue
            .queue=${state?.queue}
            .note=${this.#turn.note}
            .language=${language}
            @next=${() => this.#turn.next()}
          ></cx-queue>
          <cx-stations
            .site=${state?.site}
            .language=${language}
            @taken-over=${() => this.#station.readState()}
          ></cx-stations>
        </div>
        <div class="column call">
          <cx-current
            .sitting=${current}
            .waiting=${state?.queue.waiting.length ?? 0}
            .language=${language}
          ></cx-current>
          <cx-shutter
            .outcome=${outcome}
            .wasBusy=${wasBusy}
            .cameraReady=${state?.camera.state === 'ready'}
            .hasCurrent=${Boolean(current)}
            .capturing=${state?.capturing ?? false}
            .language=${language}
            @capture=${() => this.#press.fire('button')}
          ></cx-shutter>
        </div>
        <div class="column proof">
          <cx-picture .frame=${currentFrame} .sitting=${current} .language=${language}></cx-picture>
          <cx-verdict .frame=${currentFrame} .language=${language}></cx-verdict>
          <cx-products .frame=${currentFrame} .language=${language}></cx-products>
        </div>
      </main>
      <cx-strip
        .frames=${frames}
        .language=${language}
        @open-frame=${({ detail }) => this.#openFrame(detail)}
      ></cx-strip>
      <cx-status-bar
        .state=${state}
        .link=${link}
        .language=${language}
        @open-tray=${() => this.querySelector('cx-tray-dialog').showTray()}
        @open-moves=${() => this.querySelector('cx-moves-dialog').show()}
        @open-card=${() => this.querySelector('cx-card-dialog').show()}
        @open-day=${() => this.querySelector('cx-day-dialog').show()}
        @open-printing=${() => this.querySelector('cx-print-dialog').show()}
      ></cx-status-bar>
      <div class="dialogs" @reprint=${({ detail }) => this.#askReprint(detail)}>
        <cx-frame-dialog
          .shown=${frames.find((f) => f.frameId === this.openFrameId)}
          .language=${language}
          @move-frame=${({ detail }) => this.querySelector('cx-tray-dialog').showFrame(detail)}
        ></cx-frame-dialog>
        <cx-card-dialog .readAt=${readAt} .language=${language}></cx-card-dialog>
        <cx-print-dialog
          .state=${state}
          .language=${language}
          @printing-changed=${() => this.#station.readState()}
        ></cx-print-dialog>
        <cx-day-dialog
          .language=${language}
          @open-tray=${() => this.querySelector('cx-tray-dialog').showTray()}
          @open-moves=${() => this.querySelector('cx-moves-dialog').show()}
          @open-card=${() => this.querySelector('cx-card-dialog').show()}
          @open-conflicts=${() => this.querySelector('cx-conflicts-dialog').show()}
          @closed=${() => this.#station.readState()}
        ></cx-day-dialog>
        <cx-tray-dialog
          .language=${language}
          @moved=${() => this.#station.readEverything()}
          @open-pictures=${() => this.querySelector('cx-pictures-dialog').showEmpty()}
        ></cx-tray-dialog>
        <cx-pictures-dialog
          .language=${language}
          @imported=${() => this.#station.readEverything()}
          @open-tray=${() => this.querySelector('cx-tray-dialog').showTray()}
        ></cx-pictures-dialog>
        <cx-moves-dialog .language=${language} @moved=${() => this.#station.readEverything()}></cx-moves-dialog>
        <cx-conflicts-dialog
          .readAt=${readAt}
          .language=${language}
          @settled=${() => this.#station.readState()}
        ></cx-conflicts-dialog>
        <cx-reprint-dialog .language=${language}></cx-reprint-dialog>
        <cx-walk-in-dialog
          .language=${language}
          @walk-in-added=${({ detail }) => this.querySelector('cx-check-in').checkIn(detail)}
        ></cx-walk-in-dialog>
        <cx-roster-dialog
          .people=${state?.counts.roster ?? 0}
          .language=${language}
          @imported=${() => this.#station.readState()}
        ></cx-roster-dialog>
      </div>`;
  }

  async #openFrame(frame) {
    this.openFrameId = frame.frameId;
    await this.updateComplete;
    await this.querySelector('cx-frame-dialog').show();
  }

  #askReprint(sheet) {
    const dialog = this.querySelector('cx-reprint-dialog');
    dialog.sheet = sheet;
    dialog.show();
  }

  #sound() {
    const { phase } = this.#press.outcome;
    if (phase === 'filed') this.#sounds.filed();
    else if (phase === 'failed' || phase === 'late') this.#sounds.failed();
  }

  #toggleSound() {
    this.#sounds.toggle();
    this.requestUpdate();
  }
}

await loadTexts();
customElements.define('cx-console', Console);
