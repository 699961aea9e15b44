import { numberText, t, tOr } from './texts.js';

/** Signs that say the same as the colour, for those who do not see it and from two metres. */
const SHEET_SIGNS = { planned: '○', sent: '↗', accepted: '◔', printing: '◑', done: '✓', doubtful: '?', failed: '✕' };

export const sheetSign = (state) => SHEET_SIGNS[state] ?? '?';
export const sheetStateText = (state) => t(`sheet.${state}`);
export const templateText = (template) => tOr(`template.${template}`, template);
export const sheetText = (sheet) => `${templateText(sheet.template)} ${sheetStateText(sheet.state)}`;

/** What to look for on the paper: the number and which sheet it is. */
export const paperText = ({ label, template }) => `${label.slice(0, label.indexOf('-'))} ${templateText(template)}`;

/** Of each template the newest sheet, with how many there were: reprints come after what they repeat. */
export function newestSheets(sheets) {
  const newest = new Map();
  for (const sheet of sheets) {
    newest.set(sheet.template, { ...sheet, copies: (newest.get(sheet.template)?.copies ?? 0) + 1 });
  }
  return [...newest.values()];
}

/** IPP keywords carry how bad they are as a suffix (RFC 8011 §5.4.12); the operator needs the cause. */
export function reasonText(reason) {
  const cause = reason.replace(/-(errors?|warnings?|report)$/, '');
  return tOr(`reason.${cause}`, t('reason.unlisted', { reason: cause }));
}

/** What only says that all is well; the sheet's own state says it already. */
const QUIET_REASONS = new Set([
  'none',
  'job-incoming',
  'job-outgoing',
  'job-printing',
  'job-queued',
  'job-spooling',
  'job-transforming',
  'job-interpreting',
  'job-completed-successfully',
  'job-data-insufficient',
]);

export const reasonTexts = (reasons) => reasons.filter((reason) => !QUIET_REASONS.has(reason)).map(reasonText);

/** How wide a name is, counted in Latin letters, as a word the style sheet has a font size for. */
export function nameSize(name) {
  const width = [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) > 0x2e7f ? 2 : 1), 0);
  if (width <= 8) return 'short';
  if (width <= 16) return 'medium';
  return width <= 26 ? 'long' : 'very-long';
}

/** A masked name of 40 letters says no more with 38 stars than with three. */
export const briefName = (maskedName) => maskedName.replace(/\*{4,}/, '***');

/** Number and name from the frame itself, never from who is current, so that a swapped frame would show. */
export function frameTitle(frame, name = frame.person?.name) {
  return frame.number === undefined ? t('frame.unclaimed') : `${numberText(frame.number)} ${name ?? ''}`;
}
