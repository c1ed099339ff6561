// All agents of the tenant: find one, choose a queue, look at those with a problem.

import {api, h, number, state, time} from './parts.js';
import {LongList} from './list.js';

export const title = 'Agents';

const WHOLE_EVERY = 60000;

export function open(main) {
  const agents = new Map();
  let version = -1;
  let since = 0;
  let whole = 0;
  const find = h('input', {type: 'search', id: 'find-agent', placeholder: 'employee id or login'});
  const queue = h('select', {id: 'queue'}, h('option', {value: ''}, 'all'));
  const which = h('select', {id: 'which'}, h('option', {value: ''}, 'all'), h('option', {value: 'problem'}, 'with a problem'), h('option', {value: 'frozen'}, 'frozen'));
  const count = h('p', {class: 'count', role: 'status'});
  const list = new LongList('Agents', ['agent', 'Engage says', 'since', 'presence told', 'routing status told', 'problem'], cells,
    row => '#/agents/' + encodeURIComponent(row.employeeId), row => row.employeeId);
  main.append(h('h2', {}, 'Agents'),
    h('div', {class: 'bar'}, h('label', {for: 'find-agent'}, 'Find'), find, h('label', {for: 'queue'}, 'Queue'), queue, h('label', {for: 'which'}, 'Show'), which, count),
    list.node);

  const draw = () => {
    const words = find.value.trim().toLowerCase();
    const rows = [...agents.values()]
      .filter(one => !words || one.text.includes(words))
      .filter(one => !queue.value || (one.queues || []).includes(queue.value))
      .filter(one => !which.value || (which.value === 'frozen' ? one.frozen : one.problem))
      .sort((a, b) => (a.employeeId < b.employeeId ? -1 : 1));
    count.textContent = rows.length === agents.size ? `${number(agents.size)} agents` : `${number(rows.length)} of ${number(agents.size)} agents`;
    list.show(rows);
  };
  for (const control of [find, queue, which]) {
    control.addEventListener('input', draw);
  }
  return {
    every: 2000,
    async refresh() {
      const all = Date.now() - whole > WHOLE_EVERY;
      const answer = await api(all ? '/tenant/agents' : `/tenant/agents?since=${since - 3000}&version=${version}`);
      if (answer.whole) {
        agents.clear();
        whole = Date.now();
      }
      for (const one of answer.agents) {
        one.text = [one.employeeId, ...(one.logins || []), one.userId].join(' ').toLowerCase();
        agents.set(one.employeeId, one);
      }
      version = answer.version;
      since = answer.time;
      if (answer.whole) {
        const names = [...new Set([...agents.values()].flatMap(one => one.queues || []))].sort();
        const chosen = queue.value;
        queue.replaceChildren(h('option', {value: ''}, 'all'), ...names.map(name => h('option', {value: name}, name)));
        queue.value = names.includes(chosen) ? chosen : '';
      }
      if (answer.whole || answer.agents.length) {
        draw();
      }
    },
    close: () => list.close(),
  };
}

function cells(row) {
  return [row.employeeId, row.engageState || 'not known', time(row.engageSince), row.sentPresence, row.sentRoutingStatus,
    row.stale ? state(null, `${row.instance} is silent`) : row.frozen ? state(false, 'frozen') : row.problem ? state(false, row.problem) : row.removed ? 'left the list' : ''];
}
