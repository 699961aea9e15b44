import { operatorHeaders } from './operator.js';

/** The station's HTTP API as this page uses it. Every failure is a Problem whose code has a sentence in i18n. */

const ANSWER_MILLIS = 8000;
/** The state is also how this page notices a station that hangs. */
const STATE_ANSWER_MILLIS = 3000;
/** Longer than the station's own capture deadline, so that normally the station is the one to say "late". */
const CAPTURE_ANSWER_MILLIS = 25000;

const MOVE_ANSWER_MILLIS = 60000;
const PICTURE_ANSWER_MILLIS = 60000;
/** Every room is asked what stands in the way. */
const CLOSE_ANSWER_MILLIS = 15000;

export class Problem extends Error {
  /** @param code a code of the contract, or this page's own: `unreachable` (no connection), `no-answer` (deadline). */
  constructor(code, rows = []) {
    super(code);
    this.code = code;
    this.rows = rows;
  }
}

export const newRequestId = () => crypto.randomUUID();

export async function ask(path, { method = 'GET', body, type = 'application/json', millis = ANSWER_MILLIS } = {}) {
  const request = { method, headers: { accept: 'application/json' }, signal: AbortSignal.timeout(millis) };
  if (method !== 'GET') Object.assign(request.headers, operatorHeaders());
  if (body !== undefined) {
    request.headers['content-type'] = type;
    request.body = body;
  }
  let response;
  let answer;
  try {
    response = await fetch(`/api${path}`, request);
    answer = await response.json().catch((e) => {
      if (e instanceof SyntaxError) return {};
      throw e;
    });
  } catch (e) {
    throw new Problem(e.name === 'TimeoutError' ? 'no-answer' : 'unreachable');
  }
  if (!response.ok) throw new Problem(answer.code ?? 'internal', answer.rows);
  return { status: response.status, answer };
}

const get = async (path, millis) => (await ask(path, { millis })).answer;
const post = (path, body, millis) => ask(path, { method: 'POST', body: body && JSON.stringify(body), millis });
const id = encodeURIComponent;

export const getState = () => get('/state', STATE_ANSWER_MILLIS);
export const getFrame = (frameId) => get(`/frames/${id(frameId)}`);
export const getSitting = (number) => get(`/sittings/${number}`);
export const listSittings = (limit) => get(`/sittings?limit=${limit}`);
export const getTray = () => get('/tray');
export const getCard = () => get('/card');
/** A card of 20 000 pictures on a slow body takes minutes to read. */
export const reconcileCard = async () => (await post('/card/reconcile', undefined, 250000)).answer;
export const getDay = () => get('/day');
export const closeDay = async () => (await post('/day/close', {}, CLOSE_ANSWER_MILLIS)).answer;
export const reopenDay = async (reason) => (await post('/day/reopen', { reason })).answer;
export const explainObstacle = async (code, reason) => (await post('/day/explanations', { code, reason })).answer;
export const callNext = async () => (await post('/queue/next')).answer;
export const takeOver = async (name) => (await post(`/stations/${id(name)}/takeover`)).answer;
export const reprint = (sheetId, reason) => post(`/sheets/${id(sheetId)}/reprint`, { reason });
export const listMoves = (limit) => get(`/moves?limit=${limit}`);
/** These sheets are taken back and destroyed; answers the list of moves as it is now. */
export const destroySheets = async (sheetIds) => (await post('/moves/destroyed-sheets', { sheetIds })).answer;
export const getSuspected = () => get('/moves/suspected');
/** @param move `{frames: {frameIds, number | nobody}}` or `{shift: {from, to, by, firstFrameId}}` */
export const previewMove = async (move) => (await post('/moves/preview', move)).answer;
/** Hundreds of files may have to be moved and synced. */
export const moveFrames = async (command) => (await post('/moves', command, MOVE_ANSWER_MILLIS)).answer;
export const undoMove = async (operationId, command) =>
  (await post(`/moves/${id(operationId)}/undo`, command, MOVE_ANSWER_MILLIS)).answer;
/** The file goes as it lies on disk: the station finds out its encoding. */
export const importRoster = async (file) =>
  (await ask('/roster', { method: 'POST', body: file, type: 'text/csv', millis: 60000 })).answer;

/** The name goes along only to find the person; the station keeps it nowhere. */
export const sendPicture = async (file) =>
  (
    await ask(`/pictures?name=${id(file.name)}`, {
      method: 'POST',
      body: file,
      type: 'image/jpeg',
      millis: PICTURE_ANSWER_MILLIS,
    })
  ).answer;

/** @returns {{sitting: object, isNew: boolean}} */
export async function checkIn(credential, requestId) {
  const { status, answer } = await post('/check-ins', { credential, requestId });
  return { sitting: answer, isNew: status === 201 };
}

/** Somebody who is on no list; checked in afterwards like anybody else. */
export const addPerson = async (person) => (await post('/people', person)).answer;

/** Answers when the frame is filed or late. Never sent twice: a press without an answer may have fired all the same. */
export const capture = async (source) =>
  (await post('/captures', { requestId: newRequestId(), source }, CAPTURE_ANSWER_MILLIS)).answer;

export const screenUrl = (frameId) => `/api/frames/${id(frameId)}/screen`;
export const portraitUrl = (frameId) => `/api/frames/${id(frameId)}/portrait`;
export const sheetUrl = (sheetId) => `/api/sheets/${id(sheetId)}/pdf`;
