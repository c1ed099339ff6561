// Is it well? Every problem in words, then what runs, what waits, who holds what.

import {api, h, number, paint, span, state, table} from './parts.js';

export const title = 'Overview';

export function open(main) {
  const problems = h('section', {'aria-labelledby': 'problems'}, h('h2', {id: 'problems'}, 'Is it well?'), h('div', {}));
  const rest = h('div', {class: 'cards'});
  main.append(problems, rest);
  return {
    every: 3000,
    async refresh() {
      const tenant = await api('/tenant');
      document.getElementById('where').textContent = `tenant ${tenant.tenantId}, shown by ${tenant.servedBy.role} on ${tenant.servedBy.instance}`;
      paint(problems.lastElementChild, withClock(tenant), showProblems);
      paint(rest, tenant, showRest);
    },
  };
}

/** A browser whose clock is wrong shows wrong lengths: say so. */
function withClock(tenant) {
  const ahead = Math.round((Date.now() - Date.parse(tenant.time)) / 1000);
  return Math.abs(ahead) < 30 ? tenant.problems
    : [...tenant.problems, {text: `the clock of this browser is ${span(Math.abs(ahead) * 1000)} ${ahead > 0 ? 'ahead of' : 'behind'} the connector's`, runbook: null}];
}

function showProblems(problems) {
  return problems.length
    ? h('ul', {class: 'problems'}, problems.map(problem => h('li', {}, state(false, problem.text), ' ',
        problem.runbook && h('a', {href: '#/runbook/' + problem.runbook, 'data-key': problem.text}, `what to do: ${problem.runbook}`))))
    : h('p', {class: 'well'}, state(true, 'Nothing is wrong.'));
}

function showRest(tenant) {
  const running = tenant.instances.map(one => {
    const status = one.status;
    const sessions = status.engageSessions || [];
    return [one.role, one.instance,
      !one.running ? state(false, `silent for ${span(one.ageSeconds * 1000)}`) : status.ready ? state(true, 'ready') : state(false, 'not ready'),
      span((status.uptimeSeconds || 0) * 1000),
      status.quotaUsed === undefined ? '' : Math.round(status.quotaUsed * 100) + ' %',
      sessions.length ? `${sessions.filter(line => / UP\b/.test(line)).length} of ${sessions.length}` : '',
      Math.abs(status.clockAheadMillis || 0) < 1000 ? 'as Redis' : `${Math.round(status.clockAheadMillis / 1000)} s ahead`];
  });
  const sessions = tenant.instances.flatMap(one => (one.status.engageSessions || []).map(line => {
    const [name, rest] = split(line, ': ');
    return [one.instance, name, state(/^UP\b/.test(rest), rest.split(',')[0]), rest.split(', ').slice(1).join(', ')];
  }));
  return [
    table('Roles and instances', ['role', 'instance', 'state', 'up for', 'quota used', 'Engage sessions', 'clock'], running, 'no role reports'),
    table('Sessions with Engage servers', ['instance', 'session', 'state', 'what it says'], sessions),
    table('Journals', ['journal', 'waiting', 'oldest'], tenant.journals.map(one => [one.name, number(one.depth), one.depth ? span(one.oldestSeconds * 1000) : ''])),
    table('Leases', ['lease', 'held by'], tenant.leases.map(one => [one.name, one.instance || state(false, 'nobody')])),
    table('Requests to Genesys Cloud this month (UTC)', ['role', 'requests'], Object.entries(tenant.requestsThisMonth).map(([role, count]) => [role, number(count)])),
  ];
}

function split(text, by) {
  const at = text.indexOf(by);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + by.length)];
}
