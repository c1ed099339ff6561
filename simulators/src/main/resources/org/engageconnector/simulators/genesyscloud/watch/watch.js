// Reads the simulator once a second and shows what it says. Nothing is asked of anybody else.

import {showAgents} from './agents.js';
import {showConversations} from './conversations.js';
import {clock, element} from './timeline.js';

let minutes = 5;
let paused = false;
let state = null;

const number = value => value.toLocaleString('en');
const get = async path => {
  const answer = await fetch(path, {signal: AbortSignal.timeout(5000)});
  if (!answer.ok) {
    throw new Error(answer.status);
  }
  return answer.json();
};

async function read() {
  if (!paused) {
    try {
      const summary = await get('/simulator/summary');
      const since = (state ? now(state) : summary.time) - minutes * 60e3;
      const [agents, conversations] = await Promise.all([get('/simulator/agents?since=' + since), get(`/simulator/conversations?limit=400&since=${since}`)]);
      state = {summary, agents, conversations};
      paint();
    } catch (e) {
      document.getElementById('organisation').textContent = 'the simulator does not answer';
    }
  }
  setTimeout(read, 1000);
}

/** Wall time, or the newest event's time when the site lives in another time. */
function now({summary, agents, conversations}) {
  let newest = 0;
  for (const agent of agents) {
    for (const changes of [agent.presences, agent.routingStatuses]) {
      newest = Math.max(newest, changes.length ? changes[changes.length - 1][0] : 0);
    }
  }
  for (const one of conversations) {
    newest = Math.max(newest, one.last);
  }
  return newest && Math.abs(newest - summary.time) > 3600e3 ? newest : Math.max(summary.time, newest);
}

function paint() {
  if (!state) {
    return;
  }
  const to = now(state);
  const from = to - minutes * 60e3;
  showHeader(state.summary);
  showAgents(state.agents, from, to);
  showConversations(state.conversations, state.summary.conversationsStarted, state.summary.conversationsLive, from, to);
}

function showHeader(summary) {
  const o = summary.objects;
  document.getElementById('organisation').textContent =
    `${summary.organisationName}: ${number(o.users)} users, ${o.queues} queues, ${o.members} members`;
  const numbers = [['events accepted', summary.accepted], ['refused', summary.refused, summary.refused > 0 ? 'bad' : ''], ['repeated', summary.repeated],
    ['requests', summary.requests], ['answered 429', summary.answered429]];
  document.getElementById('numbers').replaceChildren(...numbers.map(([name, value, classes]) =>
    element('div', classes || '', element('dt', '', name), element('dd', '', number(value)))));
  document.getElementById('quota').replaceChildren(...Object.entries(summary.inWindow).map(([client, count]) => {
    const bar = element('b');
    bar.style.width = Math.min(100, (100 * count) / summary.requestsPerMinute) + '%';
    return element('div', count >= summary.requestsPerMinute ? 'full' : '', element('span', '', client), element('i', '', bar),
      element('span', '', `${number(count)} of ${number(summary.requestsPerMinute)} /min`));
  }));
}

async function showRefusals() {
  const events = await get('/simulator/events?outcome=REFUSED&last=50');
  document.querySelector('#refusals ol').replaceChildren(...events.reverse().map(event =>
    element('li', '', `${clock(event.arrivedAt)} ${event.list}: ${event.message}${event.retryable ? ' (retryable)' : ''} `,
      element('br'), element('code', '', `event ${event.eventId}, ${event.key}, correlation id ${event.correlationId}`))));
  document.getElementById('refusals').hidden = false;
}

document.getElementById('numbers').addEventListener('click', event => event.target.closest('.bad') && showRefusals());
document.getElementById('close-refusals').addEventListener('click', () => (document.getElementById('refusals').hidden = true));
document.getElementById('pause').addEventListener('click', event => {
  paused = !paused;
  event.target.setAttribute('aria-pressed', paused);
});
for (const button of document.querySelectorAll('[data-minutes]')) {
  button.addEventListener('click', () => {
    minutes = Number(button.dataset.minutes);
    document.querySelectorAll('[data-minutes]').forEach(one => one.classList.toggle('on', one === button));
    paint();
  });
}
document.addEventListener('repaint', paint);
read();
