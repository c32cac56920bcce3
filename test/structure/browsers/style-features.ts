import type { Used } from "./script-features.ts";

const UNITS: Readonly<Record<string, string>> = {
  lh: "css.types.length.lh",
  rlh: "css.types.length.rlh",
  cqi: "css.types.length.container_query_length_units",
  cqw: "css.types.length.container_query_length_units",
  dvh: "css.types.length.viewport_percentage_units_dynamic",
  svh: "css.types.length.viewport_percentage_units_small",
};

/** What a style sheet asks for: rules, properties with their words, selectors, functions, units. */
export function usedByStyles(file: string, text: string): Used[] {
  const plain = text.replaceAll(/\/\*.*?\*\//gs, (comment) => comment.replaceAll(/[^\n]/g, " "));
  const used: Used[] = [];
  for (const { index, 0: part, 1: prelude, 2: property, 3: value } of plain.matchAll(
    /([^{};]+)\{|([\w-]+)\s*:\s*([^{};]*)(?=[;}])/g,
  )) {
    const start = index + (part.length - part.trimStart().length);
    const line = plain.slice(0, start).split("\n").length;
    const asked = prelude === undefined ? declared(String(property), String(value)) : ofPrelude(prelude.trim());
    for (const keys of asked) used.push({ file, line, keys });
  }
  return used;
}

function ofPrelude(prelude: string): string[][] {
  if (!prelude.startsWith("@")) return selectorKeys(prelude);
  const name = /^@([\w-]+)/.exec(prelude)?.[1] ?? "";
  const features = [...prelude.matchAll(/\(\s*([a-z-]+)\s*[:)]/g)].map(([, feature]) => [
    `css.at-rules.${name}.${feature}`,
  ]);
  const isRange = name === "media" && /[<>]/.test(prelude);
  return [[`css.at-rules.${name}`], ...features, ...(isRange ? [["css.at-rules.media.range_syntax"]] : [])];
}

const selectorKeys = (selector: string): string[][] => [
  ...[...selector.matchAll(/::?([a-z-]+)/g)].map(([, name]) => [`css.selectors.${name}`]),
  ...(selector.includes("&") ? [["css.selectors.nesting"]] : []),
];

function declared(property: string, value: string): string[][] {
  if (property.startsWith("--")) return unitKeys(value);
  return [
    [`css.properties.${property}`],
    ...[...value.matchAll(/(?<![\w.-])[a-z][a-z-]*(?![\w(-])/g)].map(([word]) => [
      `css.properties.${property}.${word}`,
    ]),
    ...[...value.matchAll(/([a-z][a-z-]*)\(/g)].map(([, name]) => [
      `css.types.${name}`,
      `css.types.color.${name}`,
      `css.types.gradient.${name}`,
    ]),
    ...unitKeys(value),
  ];
}

const unitKeys = (value: string): string[][] =>
  [...value.matchAll(/[\d.]([a-z]+)\b/g)].flatMap(([, unit = ""]) => (UNITS[unit] ? [[UNITS[unit]]] : []));
