import * as api from './api.js';
import { coalesced } from './coalesced.js';
import { followEvents } from './events.js';

/** A station that hangs keeps its sockets open; only asking shows it. */
const WATCH_MILLIS = 5000;
const FRAMES_KEPT = 60;
const SITTINGS_READ = 300;
const SITTINGS_SHOWN = 12;

/**
 * What this page knows of the station. Events only say what changed; the data is always read again, and after a lost
 * connection everything is. Emits `change`, and `frame` (detail: the frame) for each frame seen for the first time
 * since the page last read everything.
 */
export class Station extends EventTarget {
  state = null;
  /** `starting`, `live`, or `lost`: then what is shown dates from `readAt`. */
  link = 'starting';
  readAt = null;
  #hearing = false;
  #frames = new Map();
  #frameReads = new Map();

  start() {
    followEvents({
      onOpen: () => {
        this.#hearing = true;
        this.readEverything();
      },
      onMessage: (message) => this.#changed(message),
      onLost: () => {
        this.#hearing = false;
        this.#setLink('lost');
      },
    });
    setInterval(() => this.readState(), WATCH_MILLIS);
  }

  /** Newest first. */
  get frames() {
    return [...this.#frames.values()].sort((a, b) => b.filedAt.localeCompare(a.filedAt));
  }

  /** The last frame filed under the current number; never anybody else's. */
  get currentFrame() {
    const number = this.state?.queue.current?.number;
    return number === undefined ? undefined : this.frames.find((frame) => frame.number === number);
  }

  readState = coalesced(async () => {
    try {
      this.#take(await api.getState());
    } catch {
      this.#setLink('lost');
      return;
    }
    if (this.link === 'lost' && this.#hearing) await this.readEverything();
    await this.#readCurrentFrames();
  });

  readEverything = coalesced(async () => {
    try {
      const [state, sittings] = await Promise.all([api.getState(), api.listSittings(SITTINGS_READ)]);
      const shown = sittings.filter((sitting) => sitting.frames > 0).slice(0, SITTINGS_SHOWN);
      const details = await Promise.all(shown.map((sitting) => api.getSitting(sitting.number)));
      this.#frames = new Map(details.flatMap((detail) => detail.frames).map((frame) => [frame.frameId, frame]));
      if (this.#hearing) this.link = 'live';
      this.#take(state);
    } catch {
      this.#setLink('lost');
    }
    await this.#readCurrentFrames();
  });

  readFrame(frameId) {
    if (!this.#frameReads.has(frameId)) {
      this.#frameReads.set(
        frameId,
        coalesced(() => this.#readFrame(frameId)),
      );
    }
    return this.#frameReads.get(frameId)();
  }

  /** An answer that carries the queue is newer than what was read before it. */
  takeQueue(queue) {
    this.#take({ ...this.state, queue });
  }

  #changed({ type, id }) {
    if (type === 'resync') this.readEverything();
    else {
      if (type === 'frame' && id) this.readFrame(id);
      this.readState();
    }
  }

  #take(state) {
    this.state = state;
    this.readAt = new Date();
    this.#emitChange();
  }

  async #readFrame(frameId) {
    try {
      this.#keep(await api.getFrame(frameId));
    } catch (problem) {
      // Out of date from here on; the watch reads everything again as soon as that is possible.
      if (problem.code !== 'not-found') this.#setLink('lost');
    }
  }

  /** The state may know of a frame before its own notice arrives. */
  async #readCurrentFrames() {
    const current = this.state?.queue.current;
    if (this.link !== 'live' || !current?.frames || this.currentFrame) return;
    const detail = await api.getSitting(current.number).catch(() => ({ frames: [] }));
    for (const frame of detail.frames) this.#keep(frame);
  }

  #keep(frame) {
    const isNew = !this.#frames.has(frame.frameId);
    this.#frames.set(frame.frameId, frame);
    for (const old of this.frames.slice(FRAMES_KEPT)) {
      this.#frames.delete(old.frameId);
      this.#frameReads.delete(old.frameId);
    }
    this.#emitChange();
    if (isNew) this.dispatchEvent(new CustomEvent('frame', { detail: frame }));
  }

  #setLink(link) {
    if (this.link === link) return;
    this.link = link;
    this.#emitChange();
  }

  #emitChange() {
    this.dispatchEvent(new Event('change'));
  }
}
