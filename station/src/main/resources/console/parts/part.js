import { LitElement } from 'lit';

/** A part of the page. Drawn in the light DOM, so that one style sheet and one tab order hold for the whole page. */
export class Part extends LitElement {
  createRenderRoot() {
    return this;
  }

  /** The root hands every part the same word for the language; a new one draws the part again. */
  static properties = { language: {} };
}
