/** Texts of the page in two languages. The station sends codes; every sentence the operator reads is in these files. */

const LANGUAGES = ['zh', 'en'];
const LOCALES = { zh: 'zh-CN', en: 'en-GB' };
const REMEMBERED = 'caixiang.language';

const texts = {};
let language = LANGUAGES.includes(localStorage.getItem(REMEMBERED)) ? localStorage.getItem(REMEMBERED) : 'zh';

/** Both at once: switching must work when the station is gone. */
export async function loadTexts() {
  for (const each of LANGUAGES) {
    texts[each] = await (await fetch(`/console/i18n/${each}.json`)).json();
  }
  applyLanguage();
}

export const currentLanguage = () => language;
export const locale = () => LOCALES[language];

export function setLanguage(wanted) {
  language = wanted;
  localStorage.setItem(REMEMBERED, wanted);
  applyLanguage();
}

function applyLanguage() {
  document.documentElement.lang = locale();
  document.title = t('app.title');
}

/** The text of a key with `{name}` replaced from params. A missing key is our mistake and shows as the key. */
export function t(key, params = {}) {
  const text = texts[language][key];
  if (text === undefined) {
    console.error(`no text for ${key} in ${language}`);
    return key;
  }
  return text.replace(/\{(\w+)\}/g, (_, name) => params[name] ?? '');
}

/** The text of a key that may come from outside (a printer's keyword, a template's name). */
export function tOr(key, fallback) {
  return texts[language][key] ?? fallback;
}

/** The sentence of a problem code; a code of a newer station still gets one. */
export const problemText = (code) => tOr(`problem.${code}`, t('problem.unknown-code', { code }));

export const numberText = (number) => String(number).padStart(4, '0');

export const secondsText = (millis) =>
  t('unit.seconds', {
    n: new Intl.NumberFormat(locale(), { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(millis / 1000),
  });

export const timeText = (date) =>
  new Intl.DateTimeFormat(locale(), { timeStyle: 'medium', hourCycle: 'h23' }).format(date);

export const countText = (count) => new Intl.NumberFormat(locale()).format(count);
