// Which page is shown, asking for the token, and asking again every few seconds while somebody looks.

import {api, h, notice, session, time, token} from './parts.js';
import * as overview from './overview.js';
import * as agents from './agents.js';
import * as agent from './agent.js';
import * as calls from './calls.js';
import * as call from './call.js';
import * as sync from './sync.js';
import * as letters from './letters.js';
import * as routes from './routes.js';
import * as runbook from './runbook.js';

const PAGES = {overview, agents, calls, sync, 'dead-letters': letters, routes, runbook};
const ONE = {agents: agent, calls: call};
const main = document.getElementById('main');
let turn = 0;
let timer = null;
let page = null;

function place() {
  const [name, ...rest] = location.hash.replace(/^#\/?/, '').split('/');
  const words = rest.filter(Boolean).map(word => {
    try {
      return decodeURIComponent(word);
    } catch (e) {
      return word;
    }
  });
  return {name: PAGES[name] ? name : 'overview', words};
}

async function show() {
  if (location.hash === '#main') {
    return;
  }
  const mine = ++turn;
  clearTimeout(timer);
  page?.close?.();
  page = null;
  notice('');
  const {name, words} = place();
  const module = words.length && ONE[name] ? ONE[name] : PAGES[name];
  for (const link of document.querySelectorAll('nav a')) {
    if (link.getAttribute('href') === '#/' + name) {
      link.setAttribute('aria-current', 'page');
    } else {
      link.removeAttribute('aria-current');
    }
  }
  document.title = module.title + ' · Engage Connector';
  if (!(await entered())) {
    return;
  }
  if (mine !== turn) {
    return;
  }
  main.replaceChildren();
  page = module.open(main, words);
  await refresh(mine);
}

async function refresh(mine) {
  const now = page;
  try {
    if (!document.hidden || !now.read) {
      await now.refresh?.();
      now.read = true;
      if (mine === turn && now.failed) {
        now.failed = false;
        notice('');
      }
    }
  } catch (e) {
    if (mine !== turn) {
      return;
    }
    if (e.status === 401) {
      show();
      return;
    }
    if (e.status === undefined) {
      console.error(e);
    }
    now.failed = true;
    notice(e.status === 404 || !now.read ? e.message : `${e.message}. What is shown is from before ${time(Date.now())}.`, true);
  }
  if (mine === turn && now.every) {
    timer = setTimeout(() => refresh(mine), now.every);
  }
}

/** Whether this tab may ask; shows the form for the token when not. */
async function entered() {
  try {
    const access = await api('/access');
    session.mayChange = access.mayChange;
    document.getElementById('reading').hidden = access.mayChange;
    document.getElementById('leave').hidden = !token.get();
    return true;
  } catch (e) {
    if (e.status === 401 && e.used !== token.get()) {
      // another token was given meanwhile
      return entered();
    }
    if (e.status === 401) {
      const wrong = token.get() !== '';
      token.set('');
      document.getElementById('leave').hidden = true;
      document.getElementById('reading').hidden = true;
      login(wrong);
    } else {
      notice(e.message, true);
      timer = setTimeout(show, 3000);
    }
    return false;
  }
}

function login(wrong) {
  const input = h('input', {type: 'password', id: 'token', autocomplete: 'off', required: true, 'aria-describedby': 'about-token'});
  const form = h('form', {class: 'login', onsubmit: event => {
    event.preventDefault();
    token.set(input.value.trim());
    show();
  }},
  h('h2', {}, 'Token'),
  h('p', {id: 'about-token'}, 'This port asks for a token: ex.http.token, or ex.http.read-token to look only. It is kept for this tab.'),
  wrong && h('p', {class: 'error', role: 'alert'}, 'That token is not accepted.'),
  h('label', {for: 'token'}, 'Token'), input, h('button', {type: 'submit', class: 'main'}, 'Look'));
  main.replaceChildren(form);
  input.focus();
}

document.getElementById('leave').addEventListener('click', () => {
  token.set('');
  show();
});
document.addEventListener('visibilitychange', () => {
  if (!document.hidden && page?.every) {
    clearTimeout(timer);
    refresh(turn);
  }
});
addEventListener('hashchange', () => {
  show();
  if (location.hash !== '#main') {
    main.focus({preventScroll: true});
    scrollTo(0, 0);
  }
});
show();
