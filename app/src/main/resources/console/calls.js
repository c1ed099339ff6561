// Live calls and the last ones; found by the last digits of a number, an id or a server.

import {api, h, millis, number, span, time} from './parts.js';
import {LongList} from './list.js';

export const title = 'Calls';

export function open(main) {
  let calls = [];
  let ahead = 0;
  const find = h('input', {type: 'search', id: 'find-call', placeholder: 'last digits, id or server'});
  const which = h('select', {id: 'which'}, h('option', {value: ''}, 'live and ended'), h('option', {value: 'live'}, 'live'), h('option', {value: 'ended'}, 'ended'));
  const count = h('p', {class: 'count', role: 'status'});
  const list = new LongList('Calls', ['began', 'length', 'kind', 'numbers', 'server', 'legs', 'CallUUID'], cells,
    row => '#/calls/' + encodeURIComponent(row.callUuid), row => row.callUuid);
  main.append(h('h2', {}, 'Calls'),
    h('div', {class: 'bar'}, h('label', {for: 'find-call'}, 'Find'), find, h('label', {for: 'which'}, 'Show'), which, count), list.node);

  function cells(row) {
    const end = row.endedAt ? millis(row.endedAt) : Date.now() - ahead;
    return [time(row.since), (row.endedAt ? 'ended, ' : 'live, ') + span(Math.max(0, end - millis(row.since))), row.type, (row.numbers || []).join(' → '), row.server,
      row.stale && !row.endedAt ? `${row.instance} is silent` : row.endedAt ? '' : String(row.legs), row.callUuid];
  }
  const draw = () => {
    const words = find.value.trim().toLowerCase();
    const digits = /^\d{2,4}$/.test(words);
    const rows = calls
      .filter(one => !which.value || (which.value === 'live') === !one.endedAt)
      .filter(one => !words || (digits && one.numbers.some(text => text.endsWith(words))) || one.text.includes(words));
    count.textContent = `${number(calls.filter(one => !one.endedAt && !one.stale).length)} live, ${number(rows.length)} shown`;
    list.show(rows);
  };
  for (const control of [find, which]) {
    control.addEventListener('input', draw);
  }
  return {
    every: 2000,
    async refresh() {
      const answer = await api('/tenant/calls');
      ahead = Date.now() - answer.time;
      calls = answer.calls;
      for (const one of calls) {
        one.text = `${one.callUuid} ${one.conversationId} ${one.server}`.toLowerCase();
      }
      draw();
    },
    close: () => list.close(),
  };
}
