import * as api from './api.js';

/**
 * The shutter button's state machine. One press at a time; each ends in exactly one outcome, which stays until the next.
 *
 *   idle ──press──► firing ──► filed | late | failed          late ──its frame arrives──► filed
 *
 * Frames nobody pressed for here (the body's own shutter, another page, a recovered one) are shown as `filed` too.
 * While the station is known to be gone a press is not sent: it might be carried out long after.
 */
export class Press extends EventTarget {
  /** `{phase, number?, startedAt?, frameId?, millis?, shotId?, code?, reason?}` */
  outcome = { phase: 'idle' };
  /** A press during a press was noticed and did nothing. */
  wasBusy = false;
  #station;

  constructor(station) {
    super();
    this.#station = station;
    station.addEventListener('change', () => this.#settle());
    station.addEventListener('frame', ({ detail }) => this.#sawFrame(detail));
  }

  get isFiring() {
    return this.outcome.phase === 'firing';
  }

  /** @param source `button` or `keyboard` */
  async fire(source) {
    if (this.isFiring) {
      this.wasBusy = true;
      this.#changed();
      return;
    }
    const number = this.#station.state?.queue.current?.number;
    if (this.#station.link === 'lost') {
      this.#become({ phase: 'failed', number, code: 'unreachable' });
      return;
    }
    this.#become({ phase: 'firing', number, startedAt: Date.now() });
    try {
      const shot = await api.capture(source);
      if (shot.frameId) await this.#station.readFrame(shot.frameId);
      this.#become(outcomeOf(shot));
    } catch (problem) {
      this.#become({ phase: 'failed', number, code: afterPress(problem.code) });
    }
    this.#settle();
    this.#station.readState();
  }

  /** The next person's turn starts without the last one's outcome. */
  reset() {
    this.#become({ phase: 'idle' });
  }

  /** What the station's news answer: a late frame has come, or a press that was not sent could be sent now. */
  #settle() {
    if (this.outcome.code === 'unreachable' && this.#station.link === 'live') this.reset();
    if (this.outcome.phase !== 'late') return;
    const frame = this.#station.frames.find((each) => each.shotId === this.outcome.shotId);
    if (frame) this.#become(filed(frame));
  }

  #sawFrame(frame) {
    if (!this.isFiring && frame.number !== undefined && frame.frameId !== this.outcome.frameId)
      this.#become(filed(frame));
  }

  #become(outcome) {
    this.outcome = outcome;
    this.wasBusy = false;
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}

function outcomeOf({ state, number, shotId, frameId, pressToFiledMillis }) {
  if (state === 'filed') return { phase: 'filed', number, frameId, millis: pressToFiledMillis };
  return { phase: 'late', number, shotId };
}

const filed = ({ number, frameId, pressToFiledMillis, reason }) => ({
  phase: 'filed',
  number,
  frameId,
  millis: pressToFiledMillis,
  reason,
});

/** Without an answer the camera may have fired: the sentence must not invite a second press unseen. */
function afterPress(code) {
  return code === 'unreachable' || code === 'no-answer' ? 'outcome-unknown' : code;
}
