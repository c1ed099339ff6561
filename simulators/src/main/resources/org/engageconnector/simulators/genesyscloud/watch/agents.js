// The agents: presence on the upper line, routing status on the lower one.

import {Timeline, clock, colour, element, span, swatch} from './timeline.js';

const PRESENCES = {
  onqueue: 'On Queue', available: 'Available', busy: 'Busy', break: 'Break', meal: 'Meal', meeting: 'Meeting', training: 'Training',
  away: 'Away', idle: 'Idle', offline: 'Offline', '': 'unknown',
};
const STATUSES = ['Idle', 'Interacting', 'Communicating', 'NotResponding', 'OffQueue'];
const section = document.getElementById('agents');
const timeline = new Timeline(section);
const find = section.querySelector('input');
const order = section.querySelector('select');
const legend = section.querySelector('.legend');
const chosen = new Set();
const presenceColour = value => (value === 'idle' ? 'idle-presence' : value || 'offline');
const last = changes => (changes.length ? changes[changes.length - 1] : [0, '']);
const STATE_ORDER = ['notresponding', 'interacting', 'communicating', 'idle', 'offqueue', ''];
const byName = (a, b) => a.name.localeCompare(b.name, undefined, {numeric: true});
const ORDERS = {
  name: byName,
  state: (a, b) => STATE_ORDER.indexOf(a.status.toLowerCase()) - STATE_ORDER.indexOf(b.status.toLowerCase()) || a.presence.localeCompare(b.presence) || byName(a, b),
  recent: (a, b) => b.changed - a.changed || byName(a, b),
};

export function showAgents(agents, from, to) {
  for (const agent of agents) {
    agent.presence = last(agent.presences)[1];
    agent.status = last(agent.routingStatuses)[1];
    agent.changed = Math.max(last(agent.presences)[0], last(agent.routingStatuses)[0]);
  }
  const words = find.value.trim().toLowerCase();
  const shown = agents
    .filter(agent => agent.name.toLowerCase().includes(words))
    .filter(agent => !chosen.size || chosen.has('p:' + agent.presence) || chosen.has('s:' + agent.status))
    .sort(ORDERS[order.value]);
  section.querySelector('.count').textContent = shown.length === agents.length ? agents.length : `${shown.length} of ${agents.length}`;
  showLegend(agents);
  timeline.show(shown.map(agent => row(agent, to)), from, to);
}

function showLegend(agents) {
  const count = (field, value) => agents.filter(agent => agent[field] === value).length;
  const chips = [];
  for (const [value, name] of Object.entries(PRESENCES)) {
    chips.push(['p:' + value, name, presenceColour(value), count('presence', value)]);
  }
  for (const status of STATUSES) {
    chips.push(['s:' + status, status, status.toLowerCase(), count('status', status)]);
  }
  legend.replaceChildren(...chips.filter(chip => chip[3] > 0 || chosen.has(chip[0])).map(([key, name, fill, number]) => {
    const chip = element('button', chosen.has(key) ? 'on' : '', swatch(fill), `${name} ${number}`);
    chip.title = 'Show only these';
    chip.dataset.key = key;
    return chip;
  }));
}

legend.addEventListener('click', event => {
  const key = event.target.closest('button')?.dataset.key;
  if (key && !chosen.delete(key)) {
    chosen.add(key);
  }
  document.dispatchEvent(new Event('repaint'));
});
for (const control of [find, order]) {
  control.addEventListener('input', () => document.dispatchEvent(new Event('repaint')));
}

function row(agent, now) {
  return {
    key: agent.userId,
    height: 24,
    label: () => {
      const presence = PRESENCES[agent.presence] || agent.presence;
      const text = !agent.status || agent.status === 'OffQueue' ? presence : agent.presence === 'onqueue' ? agent.status : `${agent.status}, ${presence}`;
      return element('div', 'row', swatch(agent.status && agent.status !== 'OffQueue' ? agent.status.toLowerCase() : presenceColour(agent.presence)),
        element('b', '', agent.name), element('small', '', text));
    },
    draw: (g, y, x) => {
      line(g, agent.presences, y + 5, 5, x, now, presenceColour);
      line(g, agent.routingStatuses, y + 11, 8, x, now, value => value.toLowerCase());
    },
    at: time => [agent.name, say(agent.presences, time, now, value => PRESENCES[value] || value), say(agent.routingStatuses, time, now, value => value)]
      .filter(Boolean).join('\n'),
  };
}

function line(g, changes, y, height, x, now, toColour) {
  changes.forEach(([time, value], i) => {
    const left = x(time);
    const right = x(i + 1 < changes.length ? changes[i + 1][0] : now);
    if (right > 0) {
      g.fillStyle = colour(toColour(value));
      g.fillRect(left, y, Math.max(1, right - left - (right - left > 3 ? 1 : 0)), height);
    }
  });
}

function say(changes, time, now, toWords) {
  const i = changes.findLastIndex(change => change[0] <= time);
  if (i < 0) {
    return '';
  }
  const end = i + 1 < changes.length ? changes[i + 1][0] : now;
  return `${toWords(changes[i][1])} since ${clock(changes[i][0])}, ${span(end - changes[i][0])}`;
}
