/** Who works at this page, as they say themselves. It goes into the journal with whatever they do; it is no sign-in. */

const REMEMBERED = 'caixiang.operator';
export const OPERATOR_LENGTH_MAX = 40;

export const operatorName = () => localStorage.getItem(REMEMBERED) ?? '';

export function setOperatorName(name) {
  localStorage.setItem(REMEMBERED, [...name.trim()].slice(0, OPERATOR_LENGTH_MAX).join(''));
}

/** A header holds no Chinese, so the name goes percent-encoded. */
export function operatorHeaders() {
  const name = operatorName();
  return name ? { 'caixiang-operator': encodeURIComponent(name) } : {};
}
