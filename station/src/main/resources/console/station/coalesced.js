/**
 * Wraps a task so that it runs once at a time: however many calls arrive during a run, exactly one more run follows,
 * and it starts after the last of them. The promise of a call ends with a run that began after the call.
 */
export function coalesced(task) {
  let running = null;
  let following = null;

  function start() {
    running = Promise.resolve(task()).finally(() => {
      running = null;
    });
    return running;
  }

  return function run() {
    if (!running) return start();
    following ??= running
      .catch(() => {})
      .then(() => {
        following = null;
        return start();
      });
    return following;
  };
}
