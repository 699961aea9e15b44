import * as api from './api.js';

const ASKED_MILLIS = 5000;
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

  constructor(station, press) {
    super();
    this.#station = station;
    this.#press = press;
  }

  async next() {
    if (this.#calling || Date.now() < this.#restUntil) return;
    if (this.#press.isFiring) {
      this.#tell('next.firing');
      return;
    }
    const current = this.#station.state?.queue.current;
    if (current && !this.#station.currentFrame && this.#askedFor !== current.number) {
      this.#ask(current.number);
      return;
    }
    await this.#call();
  }

  async #call() {
    this.#calling = true;
    this.#askedFor = null;
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

  #ask(number) {
    this.#askedFor = number;
    this.#tell('next.no-picture', number);
    setTimeout(() => {
      if (this.#askedFor !== number) return;
      this.#askedFor = null;
      this.#tell(null);
    }, ASKED_MILLIS);
  }

  #tell(key, number) {
    this.note = key && { key, number };
    this.dispatchEvent(new Event('change'));
  }
}
