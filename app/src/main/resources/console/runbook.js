// The runbook's entries, from the page that the program carries: one a problem.

import {h} from './parts.js';

export const title = 'Runbook';

export function open(main, [entry]) {
  const box = h('div', {class: 'runbook'});
  main.append(h('h2', {}, 'Runbook'), box);
  return {
    every: 0,
    async refresh() {
      const text = await (await fetch('operations.md')).text();
      const alerts = text.slice(text.indexOf('\n## Alerts'));
      const end = alerts.indexOf('\n## ', 5);
      const sections = alerts.slice(0, end < 0 ? undefined : end).split('\n### ').slice(1);
      box.replaceChildren(...sections.map(section => {
        const [name, ...lines] = section.split('\n');
        return h('section', {id: 'runbook-' + name, class: name === entry ? 'chosen' : ''}, h('h3', {tabindex: -1}, name), ...lines.join('\n').trim().split('\n\n').map(paragraph => h('p', {}, inline(paragraph))));
      }));
      const chosen = entry && document.getElementById('runbook-' + entry);
      chosen?.scrollIntoView();
      chosen?.querySelector('h3').focus();
    },
  };
}

/** Back quotes become code; links and the rest stay their text. */
function inline(text) {
  return text.replace(/\[([^\]]*)]\([^)]*\)/g, '$1').split('`').map((part, i) => (i % 2 ? h('code', {}, part) : part));
}
