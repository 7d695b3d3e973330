// A page in plain JavaScript that does for a keystroke what the calculator does:
// reads the text in its unit, works out what depends on it, and writes what has
// changed, each text once. Nodes are looked up once, nothing is made anew.
const fixed = (digits) => {
  const format = new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return (value) => (Number.isFinite(value) ? format.format(value).replace('-', '−') : '—');
};
const one = fixed(1), three = fixed(3), none = fixed(0);
const percent = (value) => (value > 0 ? '+' : '') + one(100 * value) + '%';

const suffixes = { '': 1, '%': 0.01, x: 1, k: 1e3, m: 1e6, bn: 1e9, tn: 1e12 };
function parse(text) {
  const found = /^\s*(~|about\s)?\s*([-+−])?\s*([\d,]*\.?\d+)\s*(%|x|k|m|bn|tn)?\s*$/i.exec(text);
  if (!found) return null;
  const value = Number(found[3].replaceAll(',', '')) * suffixes[(found[4] ?? '').toLowerCase()];
  return found[2] && found[2] !== '+' ? -value : value;
}

/** Writes a text where it is another than the one that stands there. */
function write(node, text) {
  if (node.told !== text) {
    node.told = text;
    node.textContent = text;
  }
}

function set(node, name, value) {
  const key = `told-${name}`;
  if (node[key] !== value) {
    node[key] = value;
    node.setAttribute(name, value);
  }
}

const make = (tag, parent) => parent.appendChild(document.createElement(tag));
const draw = (tag, parent) => parent.appendChild(document.createElementNS('http://www.w3.org/2000/svg', tag));

const rows = [
  ['Cloud service providers', 16.1, 26.83], ['AI software', 8.1, 10.9], ['Data centres', 11, 22.2],
  ['Chip design', 310.35, 45.87], ['Chip equipment', 44.1, 30.6], ['Foundry', 116.3, 27],
].map(([name, a, b]) => ({ name, a, b, weight: 1 }));

const undo = [];
const body = document.getElementById('sectors');
for (const [index, row] of rows.entries()) {
  const line = make('tr', body);
  make('th', line).textContent = row.name;
  const field = (key) => {
    const input = make('input', make('td', line));
    input.id = `sectors.${index}.${key}`;
    input.value = row[key];
    const message = make('p', input.parentElement);
    input.addEventListener('input', () => {
      const value = parse(input.value);
      write(message, value === null ? 'This is not a number.' : '');
      if (value === null) return;
      undo.push([index, key, row[key]]);
      row[key] = value;
      showRow(row);
      showTotal();
    });
  };
  field('a');
  field('b');
  row.premium = make('td', line);
  const svg = draw('svg', make('td', line));
  row.bar = draw('path', svg);
  row.upside = make('td', line);
  row.log = make('td', line);
  field('weight');
}

function showRow(row) {
  const premium = row.a / row.b - 1;
  const log = Math.log(row.a / row.b);
  row.gap = log;
  write(row.premium, `${percent(premium)} ${premium < 0 ? 'discount' : 'premium'}`);
  write(row.upside, percent(row.b / row.a - 1));
  write(row.log, three(log));
  set(row.bar, 'class', premium < 0 ? 'bar discount' : 'bar premium');
  set(row.bar, 'd', `M64 3h${(Math.max(-1, Math.min(1, log / 1.609)) * 60).toFixed(1)}v10H64z`);
}

const [total, totalUpside, totalLog, answer] = ['total', 'total-upside', 'total-log', 'answer'].map((id) => document.getElementById(id));
function showTotal() {
  let sum = 0, weights = 0, discounts = 0, widest = null;
  for (const row of rows) {
    sum += row.gap * row.weight;
    weights += row.weight;
    if (row.gap < 0) discounts += 1;
    if (row.gap < 0 && (widest === null || row.gap < widest.gap)) widest = row;
  }
  const mean = sum / weights;
  write(total, percent(Math.exp(mean) - 1));
  write(totalUpside, percent(Math.exp(-mean) - 1));
  write(totalLog, three(mean));
  const lead = `China trades at a discount to United States in ${discounts} of ${rows.length} sectors and at a premium in ${rows.length - discounts}.`;
  write(answer, widest === null ? lead
    : `${lead} The widest discount is ${none(100 * (1 - Math.exp(widest.gap)))}%, in ${widest.name}; closing it would be worth ${none(100 * (Math.exp(-widest.gap) - 1))}%.`);
}

const inputs = { multiple: 24, peer: 26, growth: 0.15, years: 2, closure: 0.5, dividend: 0.01, shares: 0, currency: 0 };
const derived = {};
const fields = document.getElementById('fields');
for (const name of [...Object.keys(inputs), 'target', 'total', 'annual']) {
  const label = make('label', fields);
  label.textContent = name;
  const input = make('input', label);
  const message = make('p', label);
  input.id = `what-if.${name}`;
  if (name in inputs) {
    input.value = ['growth', 'closure', 'dividend', 'shares', 'currency'].includes(name) ? 100 * inputs[name] : inputs[name];
    input.addEventListener('input', () => {
      const value = parse(input.value);
      write(message, value === null ? 'This is not a number.' : '');
      if (value === null) return;
      const scale = ['growth', 'closure', 'dividend', 'shares', 'currency'].includes(name) && !input.value.includes('%') ? 0.01 : 1;
      undo.push([name, inputs[name]]);
      inputs[name] = value * scale;
      showReturn();
    });
  } else {
    derived[name] = input;
  }
}

/** The return of an outlook, and its drivers' factors. */
function outlook({ multiple, peer, growth, years, closure, dividend, shares, currency }) {
  const exit = peer * (1 + (1 - closure) * (multiple / peer - 1));
  const earnings = Math.pow(1 + growth, years);
  const count = Math.pow(1 + shares, years);
  const rerating = exit / multiple;
  const price = (earnings / count) * rerating;
  const exchange = Math.pow(1 + currency, years);
  const whole = (price + dividend * years) * exchange - 1;
  return { exit, whole, annual: Math.pow(1 + whole, 1 / years) - 1,
    factors: [earnings, rerating, 1 / count, (price + dividend * years) / price, exchange] };
}

const waterfall = ['Earnings growth', 'Re-rating', 'Share count', 'Dividends', 'Currency', 'Total return'].map((name) => {
  const line = make('tr', document.getElementById('waterfall'));
  make('th', line).textContent = name;
  const bar = draw('rect', draw('svg', make('td', line)));
  return { bar, figure: make('td', line) };
});

const grid = document.getElementById('grid');
const steps = Array.from({ length: 11 }, (_, index) => index - 5);
const cells = steps.flatMap((down, line) => steps.map((across, column) => {
  const rect = draw('rect', grid);
  set(rect, 'x', `${(100 * column) / 11}%`);
  set(rect, 'y', 24 * line);
  set(rect, 'width', `${100 / 11}%`);
  set(rect, 'height', 24);
  const text = draw('text', grid);
  set(text, 'x', `${(100 * (column + 0.5)) / 11}%`);
  set(text, 'y', 24 * line + 16);
  return { rect, text, growth: across * 0.02, closure: down * 0.1 };
}));

const told = document.getElementById('return');
function showReturn() {
  const { exit, whole, annual, factors } = outlook(inputs);
  derived.target.value = one(exit);
  derived.total.value = one(100 * whole);
  derived.annual.value = one(100 * annual);
  write(told, `If earnings change by ${percent(inputs.growth)} a year and the multiple goes from ${one(inputs.multiple)}x to ${one(exit)}x, China returns ${one(100 * whole)}% in ${none(inputs.years)} years: ${one(100 * annual)}% a year.`);
  const logs = factors.map(Math.log);
  const sum = Math.log(1 + whole);
  let reached = 0;
  for (const [index, { bar, figure }] of waterfall.entries()) {
    const part = index < logs.length ? (sum === 0 ? 0 : (whole * logs[index]) / sum) : whole;
    const from = index < logs.length ? reached : 0;
    reached = from + part;
    set(bar, 'x', (500 + 500 * Math.min(from, reached)).toFixed(1));
    set(bar, 'width', Math.max(2, 500 * Math.abs(part)).toFixed(1));
    write(figure, percent(part));
  }
  for (const { rect, text, growth, closure } of cells) {
    const cell = outlook({ ...inputs, growth: inputs.growth + growth, closure: inputs.closure + closure }).annual;
    set(rect, 'class', cell < -0.1 ? 'deep-loss' : cell < 0 ? 'loss' : cell < 0.2 ? 'gain' : 'deep-gain');
    write(text, none(100 * cell));
  }
}

for (const row of rows) showRow(row);
showTotal();
showReturn();
