// One call: its legs as timelines, and beside each event that was told the evidence, the rule, and Genesys Cloud's answer.

import {Timeline, colour} from './timeline.js';
import {api, clock, element, h, millis, paint, span, state, swatch, table, time, timelineSection} from './parts.js';

export const title = 'Call';

const KINDS = {customer: 'external', queue: 'routing', user: 'user', ivr: 'ivr', phone: 'phone'};

export function open(main, [callUuid]) {
  const head = h('div', {});
  const drawn = timelineSection('Legs of the call', 'legs', 'Nothing was told of this call yet.');
  const words = h('div', {class: 'cards'});
  main.append(h('p', {}, h('a', {href: '#/calls'}, '← all calls')), h('h2', {}, 'Call ', h('code', {}, callUuid)), head, drawn, words);
  const timeline = new Timeline(drawn);
  return {
    every: 3000,
    async refresh() {
      const one = await api('/tenant/calls/' + encodeURIComponent(callUuid));
      paint(head, one, showHead);
      show(timeline, one.call);
      paint(words, [one.call, one.answers], showWords);
    },
  };
}

function showHead({call, instance}) {
  const it = call.call;
  return h('p', {}, `${it.type} call of ${it.server}, since ${time(it.since)}, ${it.numbers.join(' → ') || 'no outside number'}. `,
    h('br'), h('small', {class: 'soft'}, `conversation ${it.conversationId}; known by ${instance}`,
      call.calls.length > 1 ? `; with ${call.calls.slice(1).join(', ')}` : ''));
}

/** Each leg from what was told of it: established, answered, held, ended. */
function legs(call) {
  const found = new Map();
  for (const sent of call.sent) {
    const kind = sent.about.split(' ')[0];
    if (/Established$/.test(sent.event)) {
      found.set(sent.about, {name: sent.about, kind: KINDS[kind] || 'phone', from: millis(sent.at), alerting: sent.detail === 'alerting', answered: NaN, ended: NaN, how: '', holds: [], disposed: NaN});
    }
    const leg = found.get(sent.about);
    if (leg && sent.event === 'communicationAnswered') {
      leg.answered = millis(sent.at);
    } else if (leg && sent.event === 'communicationEnded') {
      leg.ended = millis(sent.at);
      leg.how = sent.detail || '';
    } else if (leg && sent.event === 'holdUpdated') {
      leg.holds.push(millis(sent.at));
    } else if (leg && sent.event === 'communicationDispositionApplied') {
      leg.disposed = millis(sent.at);
    }
  }
  return [...found.values()];
}

function show(timeline, call) {
  const all = legs(call);
  const live = all.some(leg => Number.isNaN(leg.ended));
  const times = all.flatMap(leg => [leg.from, leg.ended, leg.disposed]).filter(at => !Number.isNaN(at));
  const from = Math.min(...times, Date.now());
  const to = live ? Date.now() : Math.max(...times) + 1000;
  timeline.show(all.map(leg => ({
    key: leg.name,
    height: 26,
    label: () => element('div', 'row', swatch(leg.kind), element('b', '', leg.name), element('small', '', span((Number.isNaN(leg.ended) ? to : leg.ended) - leg.from))),
    draw: (g, y, x, width) => draw(g, leg, y, x, width, to),
    at: () => describe(leg),
  })), from, Math.max(to, from + 1000));
}

function draw(g, leg, y, x, width, to) {
  const end = Number.isNaN(leg.ended) ? to : leg.ended;
  const left = x(leg.from);
  const right = Math.max(left + 2, x(end));
  const talks = leg.alerting ? leg.answered : leg.from;
  g.fillStyle = colour(leg.kind);
  g.globalAlpha = 0.28;
  g.fillRect(left, y + 6, right - left, 14);
  g.globalAlpha = 1;
  if (!Number.isNaN(talks)) {
    g.fillRect(x(talks), y + 6, Math.max(2, right - x(talks)), 14);
  }
  g.fillStyle = colour('card');
  for (let i = 0; i < leg.holds.length; i += 2) {
    const until = i + 1 < leg.holds.length ? leg.holds[i + 1] : end;
    g.fillRect(x(leg.holds[i]), y + 11, x(until) - x(leg.holds[i]), 4);
  }
  if (leg.how) {
    g.fillStyle = colour('soft');
    g.font = '11px system-ui, sans-serif';
    const wide = g.measureText(leg.how).width;
    g.fillText(leg.how, Math.min(right + 5, width - wide - 4), y + 17);
  }
  if (!Number.isNaN(leg.disposed)) {
    g.fillStyle = colour(leg.kind);
    g.beginPath();
    g.arc(Math.max(x(leg.disposed), right + 4), y + 13, 4, 0, 7);
    g.fill();
  }
}

const describe = leg => [leg.name, `established ${clock(leg.from)}${leg.alerting ? ', alerting' : ''}`, Number.isNaN(leg.answered) ? '' : `answered ${clock(leg.answered)}`,
  leg.holds.length ? `held ${Math.ceil(leg.holds.length / 2)} times` : '', Number.isNaN(leg.ended) ? 'live' : `ended ${clock(leg.ended)}, ${leg.how}`,
  Number.isNaN(leg.disposed) ? '' : `wrap-up ${clock(leg.disposed)}`].filter(Boolean).join('\n');

function showWords([call, answers]) {
  const byEvent = new Map(answers.map(answer => [answer.event + ' ' + millis(answer.eventDateTime), answer]));
  return [
    table('What was told, and the answer', ['at', 'event', 'about', 'detail', 'rule', 'because of', 'answer', 'correlation id'], call.sent.map(sent => {
      const answer = byEvent.get(sent.event + 'Events ' + millis(sent.at));
      return [time(sent.at), sent.event, sent.about, sent.detail, sent.rule || '', because(sent), answer ? state(answer.outcome === 'accepted', answer.outcome + (answer.error ? ': ' + answer.error : '')) : state(null, 'not known here'),
        h('code', {}, answer ? answer.correlationId : '')];
    }), 'nothing yet'),
    table('Evidence, in the order of its arrival', ['at', 'stream', 'said', 'DN', 'CallUUID'], call.evidence.map(one => [time(one.at), one.stream, one.said, one.dn, h('code', {}, one.callUuid)]), 'none was read by this instance'),
    table('Legs', ['role', 'DN', 'target', 'since', 'state', 'communication'], call.legs.map(leg => [leg.role, leg.dn || 'outside', leg.target, time(leg.since),
      leg.ended ? (leg.afterCallWork ? 'after-call work' : 'ended') : leg.held ? 'held' : leg.alerting ? 'alerting' : 'connected', h('code', {}, leg.communicationId)])),
  ];
}

/** The evidence of one event, where the call engine names it. */
function because(sent) {
  const all = Array.isArray(sent.evidence) ? sent.evidence : sent.evidence ? [sent.evidence] : [];
  return all.map(one => (typeof one === 'string' ? one : [one.stream, one.said, one.dn].filter(Boolean).join(' '))).join('; ');
}
