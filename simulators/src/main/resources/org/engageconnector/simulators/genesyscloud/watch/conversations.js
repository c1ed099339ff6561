// The conversations: the customer's leg beside the headline, then a line for every other leg. Pale = alerting, striped = held, dot = disposition.

import {Timeline, clock, colour, element, span, swatch} from './timeline.js';

const KINDS = {external: 'customer', ivr: 'IVR', routing: 'queue', user: 'agent', phone: 'phone'};
const section = document.getElementById('conversations');
const timeline = new Timeline(section);
const find = section.querySelector('input');
const which = section.querySelector('select');

section.querySelector('.legend').replaceChildren(
  ...Object.entries(KINDS).map(([kind, name]) => element('span', '', swatch(kind), name)),
  element('span', '', 'pale: ringing or waiting to be answered'), element('span', '', 'striped: on hold'), element('span', '', '● wrap-up'));
for (const control of [find, which]) {
  control.addEventListener('input', () => document.dispatchEvent(new Event('repaint')));
}

const newest = (a, b) => b.first - a.first;

export function showConversations(conversations, started, live, from, to) {
  const words = find.value.trim().toLowerCase();
  const shown = conversations
    .filter(one => !one.over || one.last >= from)
    .filter(one => which.value !== 'transfers' || one.legs.filter(leg => leg.kind === 'user').length > 1)
    .filter(one => !words || one.interactionId.toLowerCase().includes(words) || one.id.includes(words) || one.legs.some(leg => leg.name.toLowerCase().includes(words)))
    .sort(which.value === 'newest' ? newest : (a, b) => a.over - b.over || (a.over ? newest(a, b) : -newest(a, b)));
  section.querySelector('.count').textContent = `${live} live, ${started} in all`;
  timeline.show(shown.flatMap(one => rows(one, to)), from, to);
}

function rows(one, now) {
  const customer = one.legs.find(leg => leg.kind === 'external');
  return [head(one, customer, now), ...one.legs.filter(leg => leg !== customer).map(leg => legRow(leg, now))];
}

function head(one, customer, now) {
  const end = one.over ? one.last : now;
  return {
    key: one.id,
    height: 23,
    label: () => element('div', 'row head' + (one.over ? '' : ' live'), element('small', '', clock(one.first)), ...(customer ? [swatch('external')] : []), element('b', '', customer ? 'customer' : 'internal'),
      element('small', 'length', span(end - one.first))),
    draw: (g, y, x, width) => {
      g.fillStyle = colour('line');
      g.fillRect(0, y, width, 1);
      if (customer) {
        drawLeg(g, customer, y + 4, x, width, now);
      } else {
        g.fillRect(x(one.first), y + 12, Math.max(1, x(end) - x(one.first)), 2);
      }
    },
    at: () => [title(one), `${one.over ? 'over' : 'live'}, ${one.events} events, first ${clock(one.first)}, last ${clock(one.last)}`,
      customer ? '\n' + describe(customer) : '', `\nconversation ${one.id}`, `call ${one.interactionId}`].filter(Boolean).join('\n'),
  };
}

function title(one) {
  const names = one.legs.filter(leg => leg.kind !== 'external').map(leg => leg.name);
  return [...new Set(names)].join(' → ') || 'customer';
}

function legRow(leg, now) {
  const end = leg.ended < 0 ? now : leg.ended;
  return {
    key: leg.id,
    height: 17,
    label: () => element('div', 'row leg', swatch(leg.kind), element('b', '', leg.name), element('small', '', span(end - leg.established))),
    draw: (g, y, x, width) => drawLeg(g, leg, y, x, width, now),
    at: () => describe(leg),
  };
}

function drawLeg(g, leg, y, x, width, now) {
  const end = leg.ended < 0 ? now : leg.ended;
  const left = x(leg.established);
  const right = Math.max(left + 2, x(end));
  if (x(end) <= 0 && leg.disposed < 0) {
    return;
  }
  g.fillStyle = colour(leg.kind);
  g.globalAlpha = 0.28;
  g.fillRect(left, y + 3, right - left, 11);
  g.globalAlpha = 1;
  if (leg.answered >= 0) {
    g.fillRect(x(leg.answered), y + 3, Math.max(2, right - x(leg.answered)), 11);
  }
  stripes(g, leg, y, x, end);
  if (leg.ended >= 0 && right > 0) {
    g.fillRect(right - 1, y + 1, 2, 15);
    g.fillStyle = colour('soft');
    g.font = '10px system-ui, sans-serif';
    const at = leg.disposed < 0 ? right + 5 : Math.max(right, x(leg.disposed)) + 8;
    if (at + g.measureText(leg.disconnectType).width < width - 6) {
      g.fillText(leg.disconnectType, at, y + 12);
    }
  }
  if (leg.disposed >= 0) {
    g.fillStyle = colour(leg.kind);
    g.beginPath();
    g.arc(Math.max(x(leg.disposed), right + 4), y + 8.5, 3.5, 0, 7);
    g.fill();
  }
}

function describe(leg) {
  return [`${KINDS[leg.kind]} ${leg.name === KINDS[leg.kind] ? '' : leg.name}`, `${leg.inbound ? 'inbound' : 'outbound'}, established ${clock(leg.established)}`,
    leg.alerting ? (leg.answered < 0 ? 'not answered' : `answered ${clock(leg.answered)}, after ${span(leg.answered - leg.established)}`) : '',
    leg.holds.length ? `held ${Math.ceil(leg.holds.length / 2)} times` : '',
    leg.ended < 0 ? 'live' : `ended ${clock(leg.ended)}, ${leg.disconnectType}`,
    leg.disposed < 0 ? '' : `wrap-up ${clock(leg.disposed)}`].filter(Boolean).join('\n');
}

function stripes(g, leg, y, x, end) {
  for (let i = 0; i < leg.holds.length; i += 2) {
    const left = x(leg.holds[i]);
    const right = x(i + 1 < leg.holds.length ? leg.holds[i + 1] : end);
    g.save();
    g.beginPath();
    g.rect(left, y + 3, right - left, 11);
    g.clip();
    g.strokeStyle = colour('card');
    g.lineWidth = 2.5;
    for (let s = left - 12; s < right + 12; s += 6) {
      g.beginPath();
      g.moveTo(s, y + 15);
      g.lineTo(s + 11, y + 2);
      g.stroke();
    }
    g.restore();
    g.fillStyle = colour(leg.kind);
  }
}
