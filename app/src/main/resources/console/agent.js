// One agent: what Engage said, what was told, what Genesys Cloud accepted, as timelines and in words.

import {Timeline, colour} from './timeline.js';
import {api, clock, h, millis, paint, span, state, swatch, table, time, timelineSection, element} from './parts.js';

export const title = 'Agent';

const ENGAGE = {
  WaitForNextCall: 'idle', NotReadyForNextCall: 'busy', AfterCallWork: 'away', LoggedOut: 'offline', CallRinging: 'notresponding', CallDialing: 'notresponding',
};
const PRESENCE = {OnQueue: 'onqueue', Available: 'available', Busy: 'busy', Away: 'away', Break: 'break', Meal: 'meal', Meeting: 'meeting', Training: 'training', Offline: 'offline', Idle: 'away'};
const STATUS = {Idle: 'idle', Interacting: 'interacting', Communicating: 'communicating', NotResponding: 'notresponding', OffQueue: 'offqueue'};

export function open(main, [employeeId]) {
  const head = h('div', {});
  const drawn = timelineSection('Timeline of agent ' + employeeId, 'what was said and told', 'Nothing is remembered of this agent yet.');
  const words = h('div', {class: 'cards'});
  main.append(h('p', {}, h('a', {href: '#/agents'}, '← all agents')), h('h2', {}, 'Agent ' + employeeId), head, drawn, words);
  const timeline = new Timeline(drawn);
  return {
    every: 3000,
    async refresh() {
      const one = await api('/tenant/agents/' + encodeURIComponent(employeeId));
      paint(head, one.agent, showHead);
      show(timeline, one);
      paint(words, [one.changes, one.answers], showWords);
    },
  };
}

function showHead(agent) {
  return h('p', {}, `Engage says ${agent.engageState || 'nothing'} since ${time(agent.engageSince)}. Told: ${agent.sentPresence || 'no presence'}, ${agent.sentRoutingStatus || 'no routing status'}, last ${time(agent.sentAt)}. `,
    agent.frozen && state(false, 'frozen: Stat Server does not know this agent any more'), agent.problem && state(false, agent.problem),
    h('br'), h('small', {class: 'soft'}, `logins ${(agent.logins || []).join(', ') || 'none'}; user ${agent.userId || 'none'}; queues ${(agent.queues || []).join(', ') || 'none'}; known by ${agent.instance}`));
}

function show(timeline, one) {
  const now = Date.now();
  const series = (field, at) => one.changes.map(change => [millis(change[at]) || millis(change.at), change[field]]).filter(([, value], i, all) => value && (i === 0 || all[i - 1][1] !== value));
  const accepted = one.answers.map(answer => [millis(answer.at), answer]);
  const first = Math.min(now - 60000, ...one.changes.map(change => millis(change.engageSince) || now), ...accepted.map(([at]) => at));
  const from = Math.max(first, now - 2 * 3600e3);
  timeline.show([
    lane('Engage', series('engageState', 'engageSince'), value => ENGAGE[value] || 'interacting', now),
    lane('presence', series('sentPresence', 'sentAt'), value => PRESENCE[value] || 'away', now),
    lane('routing status', series('sentRoutingStatus', 'sentAt'), value => STATUS[value] || 'idle', now),
    ticks('answers', accepted),
  ], from, now);
}

function lane(name, changes, toColour, now) {
  const last = changes.at(-1);
  return {
    key: name,
    height: 30,
    label: () => element('div', 'row', last ? swatch(toColour(last[1])) : '', element('b', '', name), element('small', '', last ? last[1] : '')),
    draw: (g, y, x) => changes.forEach(([at, value], i) => {
      const left = x(at);
      const right = x(i + 1 < changes.length ? changes[i + 1][0] : now);
      g.fillStyle = colour(toColour(value));
      g.fillRect(left, y + 7, Math.max(2, right - left - (right - left > 3 ? 1 : 0)), 16);
    }),
    at: when => {
      const i = changes.findLastIndex(change => change[0] <= when);
      return i < 0 ? '' : `${changes[i][1]} since ${clock(changes[i][0])}, ${span((i + 1 < changes.length ? changes[i + 1][0] : now) - changes[i][0])}`;
    },
  };
}

function ticks(name, answers) {
  return {
    key: name,
    height: 30,
    label: () => element('div', 'row', element('b', '', name), element('small', '', `${answers.filter(([, one]) => one.outcome === 'accepted').length} accepted`)),
    draw: (g, y, x) => answers.forEach(([at, one]) => {
      g.fillStyle = colour(one.outcome === 'accepted' ? 'good' : 'bad');
      g.fillRect(x(at) - 1, y + (one.outcome === 'accepted' ? 11 : 5), 3, one.outcome === 'accepted' ? 8 : 20);
    }),
    at: when => {
      const near = answers.reduce((best, one) => (!best || Math.abs(one[0] - when) < Math.abs(best[0] - when) ? one : best), null);
      return near ? `${clock(near[0])} ${near[1].value || near[1].event}: ${near[1].outcome}` : '';
    },
  };
}

function showWords([changes, answers]) {
  return [
    table('What Engage said and what was told, the latest first', ['Engage', 'since', 'presence told', 'routing status told', 'last event', 'problem'],
      changes.toReversed().map(one => [one.engageState || 'not known', time(one.engageSince), one.sentPresence, one.sentRoutingStatus, time(one.sentAt), one.frozen ? 'frozen' : one.problem]), 'nothing is remembered'),
    table('Answers of Genesys Cloud, the latest first', ['at', 'event', 'value', 'outcome', 'error', 'correlation id'],
      answers.toReversed().map(one => [time(one.at), one.event, one.value, state(one.outcome === 'accepted', one.outcome), one.error, h('code', {}, one.correlationId)]), 'none is remembered'),
  ];
}
