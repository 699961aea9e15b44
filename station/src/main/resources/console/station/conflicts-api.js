import { ask } from './api.js';

/** Open ones first. */
export const listConflicts = async () => (await ask('/conflicts')).answer;

export const settleConflict = async (id, note) =>
  (await ask(`/conflicts/${encodeURIComponent(id)}/settle`, { method: 'POST', body: JSON.stringify({ note }) })).answer;
