// Writes tests/numbers/intl.json: numbers as Intl.NumberFormat shows them.
//
//     node tests/reference/intl_numbers.mjs
//
// The values are fixed: half-way cases, limits, and a seeded draw. A minus is
// written U+2212, as the page does; Intl takes the ASCII one in these languages.

import { writeFileSync } from "node:fs";

const seeded = (state) => () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};
const random = seeded(20260114);

const values = [
  // Halves, of which a double hits some exactly and misses others.
  0.5, 1.5, 2.5, -2.5, 0.05, 0.15, 0.25, 0.35, 0.45, 0.125, 0.375, 0.625, -0.125,
  1.005, 2.675, 1.115, 8.345, 0.285, 4.35, 1.45, 10.235, 99.95, 9.995, 0.9995,
  999.995, 999.5, 1234.5, 123456.785, 0.0005, 0.00049999999999999999, 0.00005,
  0.005, 0.015, -0.005, -0.0005, 0.0004, -0.0004, 0.49999999999999994,
  1.0000000000000002, 0.99999999999999989,
  // The article's.
  0.88, 732e9, 1.8e12, 16.1 / 26.8 - 1, 26.8 / 16.1 - 1, 732 / 0.88, 1.0458, 92.8,
  // Limits.
  0, -0, 1, -1, 5e-324, 1e-7, 1e-21, 1e15, 1e16, 1e20, 1e21, -1e21, 1e22, 1e23,
  2 ** 53, 2 ** 53 + 2, 2 ** 64, 123456789012345680000, 0.1 + 0.2, 1 / 3, 2 / 3,
  4.35e-5, 2 ** -30, 2 ** -1022, Number.MAX_VALUE,
];
for (let i = 0; i < 40; i += 1) values.push((random() * 2 - 1) * 10 ** Math.floor(random() * 14 - 5));
for (let i = 0; i < 20; i += 1) values.push(Math.round(random() * 1e5) / 1e3 + 0.0005);
for (let i = 0; i < 10; i += 1) values.push(Math.round(random() * 1e6) / 1e2 + 0.005);

const shapes = [];
for (const style of ["decimal", "percent"]) {
  for (const decimals of [0, 1, 2, 4]) shapes.push({ style, least: decimals, most: decimals });
  for (const decimals of [1, 3, 20]) shapes.push({ style, least: 0, most: decimals });
}
shapes.push({ style: "percent", least: 1, most: 1, signed: true });
shapes.push({ style: "decimal", least: 2, most: 2, signed: true });

const languages = ["en", "zh-Hans", "zh-Hant"];
const minus = (text) => text.replaceAll("-", "−");

const cases = [];
for (const shape of shapes) {
  const formats = languages.map(
    (language) =>
      new Intl.NumberFormat(language, {
        style: shape.style,
        minimumFractionDigits: shape.least,
        maximumFractionDigits: shape.most,
        // Without a sign of its own, what rounds to zero is not negative here.
        signDisplay: shape.signed ? "exceptZero" : "negative",
      }),
  );
  const rows = values.map((value) => {
    const texts = formats.map((format) => minus(format.format(value)));
    if (new Set(texts).size !== 1) throw new Error(`languages differ: ${texts}`);
    return [Object.is(value, -0) ? "-0" : String(value), texts[0]];
  });
  cases.push({ ...shape, rows });
}

// Scale words, where the page and Intl agree on how many digits to show: Intl
// has B for bn and parts no thousands before 亿.
const money = [
  732e9, 831.8e9, 1.8e12, 12.3e12, 5.2e9, 52e9, 1.5e6, 250e6, -732e9, -1.8e12, 1e12, 1e9, 999.9e9,
];
const scales = languages.map((language) => {
  const format = new Intl.NumberFormat(language, {
    notation: "compact",
    maximumFractionDigits: 4,
  });
  return { language, rows: money.map((value) => [String(value), minus(format.format(value))]) };
});

const line = (row) => `      ${JSON.stringify(row)}`;
const block = ({ rows, ...head }) =>
  `    {${JSON.stringify(head).slice(1, -1)}, "rows": [\n${rows.map(line).join(",\n")}\n    ]}`;
const text = `{
  "made_by": "tests/reference/intl_numbers.mjs, node ${process.version}, ICU ${process.versions.icu}, CLDR ${process.versions.cldr}",
  "languages": ${JSON.stringify(languages)},
  "cases": [
${cases.map(block).join(",\n")}
  ],
  "scales": [
${scales.map(block).join(",\n")}
  ]
}
`;
JSON.parse(text);
writeFileSync(new URL("../numbers/intl.json", import.meta.url), text);
