// The dead letters: what Genesys Cloud refused and why; send again, or give up.

import {action, api, h, number, paint, session, table, time} from './parts.js';

export const title = 'Dead letters';

export function open(main, words) {
  const count = h('p', {role: 'status'});
  const bar = h('div', {class: 'bar'});
  const list = h('div', {});
  const one = h('div', {});
  let after = [''];
  let chosen = words[0] || null;
  main.append(h('h2', {}, 'Dead letters'), count, bar, list, one);

  const page = {
    every: 4000,
    async refresh() {
      const answer = await api('/dead-letters?limit=50' + (after.at(-1) ? '&after=' + after.at(-1) : ''));
      count.textContent = answer.total ? `${number(answer.total)} events wait for a person.` : 'No event waits here.';
      paint(bar, [answer.total, answer.next, after.length, session.mayChange], () => [
        answer.total > 0 && action('Replay all', 'replay-all', async () => {
          if (!confirm(`Send all ${answer.total} dead letters again?`)) {
            return '';
          }
          const done = await api('/dead-letters/replay', 'POST', {all: true});
          await page.refresh();
          return `${done.replayed} events go back to their journals.`;
        }),
        after.length > 1 && h('button', {type: 'button', 'data-key': 'earlier', onclick: () => {
          after.pop();
          page.refresh();
        }}, 'Earlier ones'),
        answer.next && h('button', {type: 'button', 'data-key': 'later', onclick: () => {
          after.push(answer.next);
          page.refresh();
        }}, 'Later ones'),
      ]);
      paint(list, answer.entities, letters => table('Refused events, the oldest first', ['id', 'refused at', 'event', 'why', ''],
        letters.map(letter => [
          h('button', {type: 'button', class: 'link', 'data-key': 'show ' + letter.id, onclick: () => {
            chosen = letter.id;
            show();
          }}, letter.id),
          time(letter.refusedAt), letter.kind, letter.error, buttons(letter)]), 'none'));
    },
  };

  const buttons = letter => h('span', {class: 'buttons'},
    action('Replay', 'replay ' + letter.id, async () => {
      const done = await api('/dead-letters/replay', 'POST', {ids: [letter.id]});
      await page.refresh();
      return `${done.replayed} ${done.replayed === 1 ? 'event goes' : 'events go'} back to the journal.`;
    }),
    action('Drop', 'drop ' + letter.id, async () => {
      if (!confirm(`Give up ${letter.kind} ${letter.id} for good?`)) {
        return '';
      }
      await api('/dead-letters/' + letter.id, 'DELETE');
      await page.refresh();
      return 'The event is given up.';
    }, 'danger'));

  async function show() {
    if (!chosen) {
      return;
    }
    const letter = await api('/dead-letters/' + encodeURIComponent(chosen)).catch(e => ({error: e.message}));
    paint(one, letter, () => h('section', {class: 'letter', 'aria-labelledby': 'letter'}, h('h3', {id: 'letter', tabindex: -1}, `Dead letter ${chosen}`),
      h('p', {}, letter.error), letter.headers && h('dl', {}, Object.entries(letter.headers).flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])),
      letter.event && h('pre', {tabindex: 0, 'aria-label': 'event'}, letter.event)));
    one.querySelector('h3')?.focus();
  }
  show();
  return page;
}
