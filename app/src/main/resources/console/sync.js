// Config sync: the last run, how far it is, problems with what to do, the plan, and the safety stop.

import {action, api, h, notice, number, paint, session, span, state, table, time} from './parts.js';

export const title = 'Config sync';

const WELL = {ok: true, 'dry-run': true, none: null};

export function open(main) {
  const run = h('div', {});
  const stop = h('div', {});
  const rest = h('div', {class: 'cards'});
  main.append(h('h2', {}, 'Config sync'), run, stop, rest);
  return {
    every: 3000,
    async refresh() {
      const sync = await api('/tenant/sync');
      paint(run, sync, showRun);
      paint(stop, [sync.planId, sync.reason, sync.result, session.mayChange], showStop);
      paint(rest, sync, showRest);
    },
  };
}

function showRun(sync) {
  const progress = sync.progress || {};
  const done = progress.toDo ? Math.round((100 * progress.done) / progress.toDo) : 100;
  return [
    h('p', {}, 'Last run: ', state(sync.result in WELL ? WELL[sync.result] : false, sync.result), `, ${time(sync.startedAt) || 'never'} to ${time(sync.finishedAt) || 'now'}, ${number(sync.requests)} requests. `,
      `Last good run ${time(sync.lastSuccessAt) || 'never'}, last full comparison ${time(sync.lastFullComparisonAt) || 'never'}. Now ${sync.state}.`),
    sync.reason && !sync.planId && h('p', {class: 'error'}, sync.reason),
    sync.state === 'running' && h('p', {}, h('label', {for: 'progress'}, `${progress.phase}, ${number(progress.done)} of ${number(progress.toDo)}, about ${span((progress.secondsLeft || 0) * 1000)} left `),
      h('progress', {id: 'progress', max: 100, value: done})),
    action('Run now', 'run', async () => {
      await api('/tenant/sync', 'POST');
      return 'A run starts.';
    }),
  ];
}

/** The safety stop with its numbers; the plan's id must be typed, so that nobody confirms by habit. */
function showStop([planId, reason, result, mayChange]) {
  if (!planId) {
    return null;
  }
  const typed = h('input', {id: 'plan', autocomplete: 'off', spellcheck: 'false', 'data-key': 'plan', 'aria-describedby': 'why-stopped'});
  const confirm = h('button', {type: 'submit', class: 'danger', 'data-key': 'confirm', disabled: true}, 'Confirm this plan');
  typed.addEventListener('input', () => (confirm.disabled = typed.value.trim() !== planId));
  return h('section', {class: 'stop', 'aria-labelledby': 'stop'},
    h('h3', {id: 'stop'}, result === 'waiting' ? 'A part waits for a confirmation' : 'Safety stop: nothing is changed until somebody confirms'),
    h('p', {id: 'why-stopped'}, reason),
    mayChange
      ? h('form', {onsubmit: async event => {
        event.preventDefault();
        confirm.disabled = true;
        try {
          await api('/tenant/sync?confirm=' + encodeURIComponent(planId), 'POST');
          notice('Confirmed. The next run carries the plan out.');
        } catch (e) {
          notice(e.message, true);
        }
      }}, h('label', {for: 'plan'}, 'Type ', h('code', {}, planId), ' to let it go on'), typed, confirm)
      : h('p', {}, 'This token may only read; a confirmation needs ex.http.token.'));
}

function showRest(sync) {
  const changes = Object.entries(sync.changes || {}).flatMap(([object, actions]) => Object.entries(actions).map(([what, count]) => [object, what, number(count)]));
  const kinds = Object.entries(Object.groupBy(sync.problems || [], problem => problem.object));
  return [
    sync.problemCount > (sync.problems || []).length && h('p', {}, `${number(sync.problemCount)} problems; the first ${sync.problems.length} are shown.`),
    ...(kinds.length ? kinds : [['', []]]).map(([kind, problems]) => table(kind ? `Problems: ${kind.toLowerCase()}` : 'Problems', ['object', 'why', 'what to do', 'next try'],
      problems.map(one => [one.what, one.why, one.advice, one.next]), 'no object has a problem')),
    table('In step', ['kind', 'number'], Object.entries(sync.synced || {}).map(([kind, count]) => [kind, number(count)])),
    table('Changes of the last run', ['object', 'action', 'number'], changes),
    (sync.plan || []).length > 0 && h('section', {'aria-labelledby': 'difference'}, h('h3', {id: 'difference'}, sync.result === 'dry-run' ? 'The plan of the dry run' : 'The plan'), difference(sync.plan)),
  ];
}

/** The plan as a difference: a line per change, + for what comes, - for what goes. */
function difference(plan) {
  return h('ul', {class: 'difference', tabindex: 0, 'aria-label': 'changes'}, plan.map(one => {
    const goes = /deactivate|remove|empty|unlink|delete/.test(one.action);
    return h('li', {class: goes ? 'goes' : 'comes'}, `${goes ? '−' : '+'} ${one.object} ${one.action} `, h('b', {}, one.label || one.engageId),
      [...(one.added || [])].map(part => h('span', {class: 'comes'}, ' +' + part)), [...(one.removed || [])].map(part => h('span', {class: 'goes'}, ' −' + part)));
  }));
}
