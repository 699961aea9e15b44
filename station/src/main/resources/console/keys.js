/**
 * The page's keys. Card and code readers type like a keyboard, fast and anywhere, so a key outside the fields means
 * an order only if it can be no part of a scan; every other character goes to the check-in field.
 *
 *   Space capture · N or Enter next · F2 or / check-in field · Esc leave the field
 */

/** Readers leave less than this between two keys; people more. */
const SCAN_GAP_MILLIS = 100;
/** The Enter that ended a check-in, pressed twice, must not call the next number. */
const AFTER_CHECK_IN_MILLIS = 800;

const FIELDS = 'input, textarea, select, [contenteditable]';

/**
 * @param orders.capture called for Space
 * @param orders.next called for N and Enter
 * @param orders.field returns the check-in field
 * @param orders.checkedInAt returns when the last check-in was answered, in milliseconds of Date.now()
 */
export function listenToKeys({ capture, next, field, checkedInAt }) {
  let lastKeyAt = 0;
  let heldN = null;

  function typeIntoField(text) {
    field().focus();
    if (text) field().value += text;
  }

  function releaseN() {
    clearTimeout(heldN?.timer);
    const { key } = heldN ?? {};
    heldN = null;
    return key;
  }

  function holdN(key) {
    heldN = { key, timer: setTimeout(() => releaseN() && next(), SCAN_GAP_MILLIS) };
  }

  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (document.querySelector('dialog[open]')) return;
    if (event.key === 'F2') {
      event.preventDefault();
      field().focus();
      field().select();
      return;
    }
    if (target.matches(FIELDS)) {
      if (event.key === 'Escape') target.blur();
      return;
    }
    const isScan = event.timeStamp - lastKeyAt < SCAN_GAP_MILLIS;
    // A second Space is a second press, however soon: it gets its own answer.
    if (event.key !== ' ') lastKeyAt = event.timeStamp;
    const heldKey = releaseN();

    if (event.key === ' ') {
      // A focused button takes its own Space; firing here as well would fire twice.
      if (target.closest('button')) return;
      event.preventDefault();
      if (!isScan) capture();
    } else if (event.key === 'Enter') {
      if (!target.closest('button, a') && !isScan && Date.now() - checkedInAt() > AFTER_CHECK_IN_MILLIS) next();
    } else if (event.key === '/' && !isScan) {
      event.preventDefault();
      field().focus();
    } else if (event.key.toLowerCase() === 'n' && !isScan) {
      holdN(event.key);
    } else if (event.key.length === 1) {
      typeIntoField(heldKey);
    }
  });
}

/** For buttons used with the mouse: they act without taking the focus, so that Space keeps meaning "capture". */
export function keepFocusAway(event) {
  event.preventDefault();
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}
