// The routes of every role, and what keeps a changed file from running.

import {api, h, paint, state, table} from './parts.js';

export const title = 'Routes';

export function open(main) {
  const problems = h('div', {});
  const routes = h('div', {class: 'cards'});
  main.append(h('h2', {}, 'Routes'), problems, routes);
  return {
    every: 3000,
    async refresh() {
      const {instances} = await api('/tenant');
      const now = instances.filter(one => one.running);
      paint(problems, now.flatMap(one => (one.status.routeProblems || []).map(problem => ({who: `${one.role} on ${one.instance}`, ...problem}))), list => list.length
        ? h('ul', {class: 'problems'}, list.map(one => h('li', {}, state(false, `${one.who}: ${one.what}`), h('br'), h('code', {}, one.where), h('br'), one.next)))
        : h('p', {class: 'well'}, state(true, 'All route files are in use as they are.')));
      paint(routes, now.map(one => [one.role, one.instance, one.status.awaited, one.status.routes]), list => list.map(([role, instance, awaited, all]) =>
        table(`${role} on ${instance}${awaited ? `, which waits: ${awaited}` : ''}`, ['route', 'state', 'what it does'],
          (all || []).map(route => [route.id, state(route.status === 'Started' ? true : null, route.status), route.description]), 'no routes')));
    },
  };
}
