/** Two short tones, off until switched on: one when a frame is filed, two when a press ended without one. */

const REMEMBERED = 'caixiang.sound';
const GOOD = [[880, 0]];
const BAD = [
  [330, 0],
  [247, 0.18],
];

export class Sounds {
  #context = null;
  #wanted = localStorage.getItem(REMEMBERED) === 'on';

  get isOn() {
    return this.#wanted;
  }

  /** Called from a click or key: browsers start audio for nothing less. */
  toggle() {
    this.#wanted = !this.#wanted;
    localStorage.setItem(REMEMBERED, this.#wanted ? 'on' : 'off');
    this.filed();
  }

  filed() {
    this.#play(GOOD);
  }

  failed() {
    this.#play(BAD);
  }

  #play(tones) {
    if (!this.#wanted) return;
    this.#context ??= new AudioContext();
    for (const [hertz, delay] of tones) {
      const at = this.#context.currentTime + delay;
      const gain = new GainNode(this.#context, { gain: 0.12 });
      gain.gain.setTargetAtTime(0, at + 0.08, 0.03);
      const tone = new OscillatorNode(this.#context, { frequency: hertz });
      tone.connect(gain).connect(this.#context.destination);
      tone.start(at);
      tone.stop(at + 0.3);
    }
  }
}
