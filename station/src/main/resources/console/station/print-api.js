import { ask } from './api.js';

/** Printing as people see it: what is in doubt, what each class has, and holding the queue. */

const id = encodeURIComponent;
const post = async (path, body) => (await ask(path, { method: 'POST', body: JSON.stringify(body) })).answer;

export const getPrinting = async () => (await ask('/printing')).answer;
export const pausePrinting = (paused) => post('/printing/pause', { paused });
export const answerSheet = (sheetId, cameOut) => post(`/sheets/${id(sheetId)}/outcome`, { cameOut });
