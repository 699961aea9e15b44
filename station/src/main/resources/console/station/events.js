/** The station's WebSocket of change notices, reopened with back-off for as long as the page is open. */

const FIRST_WAIT_MILLIS = 500;
const LONGEST_WAIT_MILLIS = 5000;

/**
 * @param onOpen called on every connection; whatever was known before is then out of date
 * @param onMessage called with `{type, id}`
 * @param onLost called when the connection is gone or cannot be made
 */
export function followEvents({ onOpen, onMessage, onLost }) {
  let wait = FIRST_WAIT_MILLIS;

  function connect() {
    const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/events`);
    socket.addEventListener('open', () => {
      wait = FIRST_WAIT_MILLIS;
      onOpen();
    });
    socket.addEventListener('message', (event) => onMessage(parse(event.data)));
    socket.addEventListener('close', () => {
      onLost();
      setTimeout(connect, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MILLIS);
    });
  }

  connect();
}

/** A message this page cannot read still says that something changed. */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { type: 'resync' };
  }
}
