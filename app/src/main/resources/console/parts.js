// What all pages have in common: asking the API, making elements, words for times.

import {element} from './timeline.js';

export {element, clock, span, swatch} from './timeline.js';

const KEY = 'engage-connector-token';

/** The token of this tab; it is kept nowhere else. */
export const token = {
  get: () => sessionStorage.getItem(KEY) || '',
  set: value => (value ? sessionStorage.setItem(KEY, value) : sessionStorage.removeItem(KEY)),
};

/** An answer that is no success: its status, what the connector said, and the token that was used. */
export class ApiError extends Error {
  constructor(status, message, used) {
    super(message);
    this.status = status;
    this.used = used;
  }
}

/** Asks /api/v1; gives the JSON, or throws an ApiError (status 0: nobody answers). */
export async function api(path, method = 'GET', body = null) {
  const headers = {Accept: 'application/json'};
  const used = token.get();
  if (used) {
    headers.Authorization = 'Bearer ' + used;
  }
  if (body) {
    headers['Content-Type'] = 'application/json';
  }
  let answer;
  try {
    answer = await fetch('/api/v1' + path, {method, headers, body: body && JSON.stringify(body), cache: 'no-store', signal: AbortSignal.timeout(10000)});
  } catch (e) {
    throw new ApiError(0, 'this port does not answer');
  }
  const json = await answer.json().catch(() => null);
  if (!answer.ok) {
    throw new ApiError(answer.status, (json && json.message) || 'answered ' + answer.status, used);
  }
  return json;
}

/** An element with attributes and children; text is always text, never markup. */
export function h(tag, attributes = {}, ...children) {
  const node = element(tag, '', ...children.flat().filter(one => one !== null && one !== undefined && one !== false));
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else if (value === true) {
      node.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, value);
    }
  }
  return node;
}

/** Builds the children of a node again when the data has changed; what had the focus has it afterwards. */
export function paint(node, data, build) {
  const key = JSON.stringify(data);
  if (node.painted === key) {
    return;
  }
  node.painted = key;
  const focused = node.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  node.replaceChildren(...[build(data)].flat().filter(Boolean));
  if (focused) {
    node.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus();
  }
}

/** A table from a heading, column names and rows of cells. */
export function table(caption, columns, rows, empty = 'none') {
  return h('div', {class: 'table', tabindex: 0, role: 'region', 'aria-label': caption}, h('table', {},
    h('caption', {}, caption),
    h('thead', {}, h('tr', {}, columns.map(name => h('th', {scope: 'col'}, name)))),
    h('tbody', {}, rows.length ? rows.map(cells => h('tr', {}, cells.map(cell => h('td', {}, cell ?? '')))) : h('tr', {}, h('td', {colspan: columns.length, class: 'soft'}, empty)))));
}

/** A word with a sign, so that nobody needs the colour. */
export const state = (good, text) => h('span', {class: 'state ' + (good === null ? 'unknown' : good ? 'good' : 'bad')}, (good === null ? '○ ' : good ? '● ' : '▲ ') + text);

export const millis = text => (text ? Date.parse(text) : NaN);

/** Date and time where it is not today. */
export function time(text) {
  const at = typeof text === 'number' ? text : millis(text);
  if (Number.isNaN(at)) {
    return '';
  }
  const date = new Date(at);
  const today = date.toDateString() === new Date().toDateString();
  return (today ? '' : date.toLocaleDateString() + ' ') + date.toLocaleTimeString([], {hour12: false});
}

export const number = value => Number(value || 0).toLocaleString('en');

/** The skeleton that a Timeline draws into. */
export function timelineSection(title, names, empty) {
  return h('section', {class: 'timeline', 'aria-label': title},
    h('div', {class: 'axis', 'aria-hidden': 'true'}, h('span', {class: 'names'}, names), h('canvas', {})),
    h('div', {class: 'scroll', tabindex: 0, role: 'group', 'aria-label': title + ', drawn; the tables below say the same'},
      h('div', {class: 'rows'}, h('canvas', {class: 'lanes', 'aria-hidden': 'true'}))),
    h('p', {class: 'empty', hidden: true}, empty));
}

/** May the token change things? Set when the session begins. */
export const session = {mayChange: false};

/** Says something at the top until something else is said. */
export function notice(text, bad = false) {
  const node = document.getElementById('notice');
  node.textContent = text;
  node.className = bad ? 'bad' : '';
  node.hidden = !text;
}

/** A button that changes something: gone for who may only read; says what became of it. */
export function action(label, key, work, classes = '') {
  if (!session.mayChange) {
    return null;
  }
  return h('button', {type: 'button', class: classes, 'data-key': key, onclick: async event => {
    const button = event.currentTarget;
    button.disabled = true;
    try {
      notice(await work());
    } catch (e) {
      notice(`${label}: ${e.message}`, true);
    } finally {
      button.disabled = false;
    }
  }}, label);
}
