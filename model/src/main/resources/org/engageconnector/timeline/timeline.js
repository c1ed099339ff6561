// A list of rows beside a canvas that draws only the rows in sight, so that hundreds of rows cost no more than a screenful.

const style = getComputedStyle(document.documentElement);
const cache = new Map();
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => cache.clear());

/** A colour of the style sheet by name. */
export function colour(name) {
  if (!cache.has(name)) {
    cache.set(name, style.getPropertyValue('--' + name).trim() || '#888');
  }
  return cache.get(name);
}

export const clock = ms => new Date(ms).toLocaleTimeString([], {hour12: false});

/** A length of time, short: 42s, 3m05s, 1h02m. */
export function span(ms) {
  const s = Math.max(0, Math.round(ms / 1000));
  const two = n => String(n).padStart(2, '0');
  return s < 60 ? s + 's' : s < 3600 ? Math.floor(s / 60) + 'm' + two(s % 60) + 's' : Math.floor(s / 3600) + 'h' + two(Math.floor(s / 60) % 60) + 'm';
}

/** An element with classes, text and children. */
export function element(tag, classes, ...children) {
  const node = document.createElement(tag);
  if (classes) {
    node.className = classes;
  }
  node.append(...children);
  return node;
}

export function swatch(name) {
  const i = element('i');
  i.style.background = `var(--${name})`;
  return i;
}

const tip = document.getElementById('tip');

/**
 * Shows rows: each has key, height, label (makes its element), draw(g, y, x) and at(time), what to say of that time.
 * x maps a time to a place on the canvas.
 */
export class Timeline {
  constructor(section) {
    this.scroll = section.querySelector('.scroll');
    this.box = section.querySelector('.rows');
    this.canvas = section.querySelector('canvas.lanes');
    this.axis = section.querySelector('.axis canvas');
    this.empty = section.querySelector('.empty');
    this.rows = [];
    this.labels = new Map();
    this.range = [0, 1];
    this.scroll.addEventListener('scroll', () => {
      tip.hidden = true;
      this.draw();
    }, {passive: true});
    this.scroll.addEventListener('mousemove', event => this.point(event));
    this.scroll.addEventListener('mouseleave', () => (tip.hidden = true));
    new ResizeObserver(() => this.draw()).observe(this.scroll);
  }

  show(rows, from, to) {
    this.rows = rows;
    this.range = [from, to];
    let y = 0;
    for (const row of rows) {
      row.y = y;
      y += row.height;
    }
    this.box.style.height = y + 'px';
    this.empty.hidden = rows.length > 0;
    this.draw();
  }

  draw() {
    const names = this.names();
    const width = Math.max(50, this.scroll.clientWidth - names);
    const height = this.scroll.clientHeight;
    const [from, to] = this.range;
    const x = time => ((Math.min(Math.max(time, from), to) - from) / (to - from)) * (width - 6);
    const top = this.scroll.scrollTop;
    const g = size(this.canvas, width, height);
    grid(g, from, to, x, height, false);
    const seen = new Set();
    for (const row of this.rows) {
      if (row.y + row.height >= top && row.y <= top + height) {
        seen.add(row.key);
        this.label(row);
        row.draw(g, row.y - top, x, width);
      }
    }
    for (const [key, node] of this.labels) {
      if (!seen.has(key)) {
        node.remove();
        this.labels.delete(key);
      }
    }
    grid(size(this.axis, width, 22), from, to, x, 22, true);
  }

  /** Pixels that the names take. */
  names() {
    return parseFloat(getComputedStyle(this.scroll).getPropertyValue('--names'));
  }

  label(row) {
    const node = row.label();
    node.style.top = row.y + 'px';
    node.style.height = row.height + 'px';
    const old = this.labels.get(row.key);
    if (old) {
      old.replaceWith(node);
    } else {
      this.box.append(node);
    }
    this.labels.set(row.key, node);
  }

  point(event) {
    const box = this.scroll.getBoundingClientRect();
    const y = event.clientY - box.top + this.scroll.scrollTop;
    const names = this.names();
    const row = this.rows.find(one => y >= one.y && y < one.y + one.height);
    const [from, to] = this.range;
    const part = (event.clientX - box.left - names) / (this.scroll.clientWidth - names - 6);
    const text = row && row.at(part < 0 ? to : from + part * (to - from), y - row.y);
    tip.hidden = !text;
    if (text) {
      tip.textContent = text;
      tip.style.left = Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8) + 'px';
      tip.style.top = Math.min(event.clientY + 16, innerHeight - tip.offsetHeight - 8) + 'px';
    }
  }
}

function size(canvas, width, height) {
  const scale = devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.style.width = width + 'px';
    canvas.style.height = height + 'px';
  }
  const g = canvas.getContext('2d');
  g.setTransform(scale, 0, 0, scale, 0, 0);
  g.clearRect(0, 0, width, height);
  return g;
}

function grid(g, from, to, x, height, withText) {
  const steps = [15e3, 30e3, 60e3, 120e3, 300e3, 600e3, 900e3, 1800e3];
  const step = steps.find(one => (to - from) / one <= 8) || 3600e3;
  g.font = '11px system-ui, sans-serif';
  for (let t = Math.ceil(from / step) * step; t <= to; t += step) {
    g.fillStyle = colour('grid');
    g.fillRect(Math.round(x(t)), 0, 1, height);
    if (withText && x(t) < x(to) - 46) {
      g.fillStyle = colour('soft');
      g.fillText(clock(t).slice(0, step < 60e3 ? 8 : 5), x(t) + 4, 14);
    }
  }
  if (withText) {
    g.fillStyle = colour('accent');
    g.fillText('now', x(to) - 22, 14);
  }
  g.fillStyle = colour('accent');
  g.fillRect(x(to), 0, 1, height);
}
