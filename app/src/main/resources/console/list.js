// A long list of which only the rows in sight exist, so that ten thousand cost no more than a screenful.

import {h} from './parts.js';

const HEIGHT = 34;
const SPARE = 6;

export class LongList {
  /** @param cells what a row shows, from its data; @param href where it leads; @param key what it is called */
  constructor(label, columns, cells, href, key) {
    this.cells = cells;
    this.href = href;
    this.key = key;
    this.rows = [];
    this.shown = new Map();
    this.box = h('ul', {class: 'long', 'aria-label': label});
    this.scroll = h('div', {class: 'long-scroll', tabindex: 0, role: 'group', 'aria-label': label},
      h('div', {class: 'long-head', 'aria-hidden': 'true'}, columns.map(name => h('span', {}, name))), this.box);
    this.node = h('div', {class: 'long-list'}, this.scroll);
    this.scroll.addEventListener('scroll', () => this.draw(), {passive: true});
    this.resized = new ResizeObserver(() => this.draw());
    this.resized.observe(this.scroll);
  }

  show(rows) {
    this.rows = rows;
    this.box.style.height = rows.length * HEIGHT + 'px';
    this.draw(true);
  }

  draw(changed = false) {
    const first = Math.max(0, Math.floor(this.scroll.scrollTop / HEIGHT) - SPARE);
    const last = Math.min(this.rows.length, Math.ceil((this.scroll.scrollTop + this.scroll.clientHeight) / HEIGHT) + SPARE);
    const wanted = new Map();
    for (let i = first; i < last; i++) {
      wanted.set(this.key(this.rows[i]), i);
    }
    for (const [key, item] of this.shown) {
      if (!wanted.has(key)) {
        item.node.remove();
        this.shown.delete(key);
      }
    }
    for (const [key, i] of wanted) {
      const row = this.rows[i];
      let item = this.shown.get(key);
      if (!item) {
        item = {node: h('li', {}), row: null, i: -1};
        this.shown.set(key, item);
        this.box.append(item.node);
      }
      if (item.row !== row && (changed || !item.row)) {
        const link = item.node.firstElementChild || item.node.appendChild(h('a', {href: this.href(row)}));
        link.href = this.href(row);
        link.replaceChildren(...this.cells(row).map(cell => h('span', {}, cell ?? '')));
        item.row = row;
      }
      if (item.i !== i) {
        item.node.style.top = i * HEIGHT + 'px';
        item.node.setAttribute('aria-posinset', i + 1);
        item.i = i;
      }
      item.node.setAttribute('aria-setsize', this.rows.length);
    }
  }

  close() {
    this.resized.disconnect();
  }
}
