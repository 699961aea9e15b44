import * as api from './api.js';

const NOTE_MILLIS = 5000;
/** A doubled key press must not call two people. */
const REST_MILLIS = 800;

/**
 * Calling the next number. Someone without a picture is passed over only when it is asked for twice: there is no
 * second day. `note` is what to tell the operator: null, or a text key with its number.
 */
export class Turn extends EventTarget {
  note = null;
  #station;
  #press;
  #calling = false;
  #restUntil = 0;
  #askedFor = null;
  #noteTimer = null;

  constructor(station, press) {
    super();
    this.#station = station;
    this.#press = press;
    // What was said about the last turn is answered by a press, and by a picture.
    press.addEventListener('change', () => {
      const isStillSo = this.note?.key === 'next.firing' && press.isFiring;
      if (this.note && !isStillSo) this.#tell(null);
    });
  }

  async next() {
    if (this.#calling || Date.now() < this.#restUntil) return;
    if (this.#press.isFiring) {
      this.#tell('next.firing');
      return;
    }
    const current = this.#station.state?.queue.current;
    if (current && current.frames === 0 && !this.#station.currentFrame && this.#askedFor !== current.number) {
      this.#tell('next.no-picture', current.number);
      this.#askedFor = current.number;
      return;
    }
    await this.#call();
  }

  async #call() {
    this.#calling = true;
    try {
      const queue = await api.callNext();
      this.#press.reset();
      this.#station.takeQueue(queue);
      this.#tell(queue.current ? null : 'next.nobody');
    } catch (problem) {
      this.#tell(`problem.${problem.code}`);
    }
    this.#calling = false;
    this.#restUntil = Date.now() + REST_MILLIS;
    this.#station.readState();
  }

  /** Every note goes after a while, and with it what was asked. */
  #tell(key, number) {
    clearTimeout(this.#noteTimer);
    this.#askedFor = null;
    this.note = key && { key, number };
    if (key) this.#noteTimer = setTimeout(() => this.#tell(null), NOTE_MILLIS);
    this.dispatchEvent(new Event('change'));
  }
}
