import type { Finding } from "./finding.ts";
import type { Files } from "./source-files.ts";

/** How the style sheets of the staff's pages keep out of each other's way: all of them are there once a page was seen. */

const TOKENS = "src/kit/styles/tokens.css";
const BUTTON = /^src\/kit\/styles\/button(-shapes)?\.css$/;

/** @param files all sources: a sheet counts when a component brings it along; those of the server's own pages stand alone */
export function styleFindings(files: Files): Finding[] {
  const isUsed = namesIn(sourcesIn(files));
  const sheets = staffSheets(files);
  const widths = widthsIn(files.get(TOKENS) ?? "");
  return [
    ...sheets.flatMap(([file, text]) => rulesOf(text).flatMap((rule) => faultsOf(file, rule, widths, isUsed))),
    ...styledTwice(sheets),
    ...unsetProperties(sheets, files),
  ].map(([file, message]) => ({ file, message }));
}

/** Those that a component brings along. */
export function staffSheets(files: Files): [file: string, text: string][] {
  const sources = sourcesIn(files);
  return [...files].filter(([file]) => file.endsWith(".css") && isImported(file, sources));
}

const sourcesIn = (files: Files): string[] =>
  [...files].filter(([file]) => /\.(tsx?|html)$/.test(file)).map(([, text]) => text);

type Fault = readonly [file: string, message: string];

/** What stands before a brace: a query or selectors. */
const rulesOf = (text: string): string[] =>
  [...text.replaceAll(/\/\*.*?\*\//gs, "").matchAll(/([^{};]+)\{/g)].map(([, prelude]) => String(prelude).trim());

function faultsOf(file: string, rule: string, widths: ReadonlySet<string>, isUsed: (name: string) => boolean): Fault[] {
  if (/^@(media|container)/.test(rule)) return widthFaults(rule, widths).map((message) => [file, message]);
  if (rule.startsWith("@")) return [];
  return classesIn(rule).flatMap((name): Fault[] => [
    ...(blockOf(name).length <= 3 ? [[file, `.${name} does not say what it is`] as const] : []),
    ...(blockOf(name) === "button" && !BUTTON.test(file)
      ? [[file, `.${name} is styled anew: give Button a look`] as const]
      : []),
    ...(isUsed(name) ? [] : [[file, `.${name} is nobody's`] as const]),
  ]);
}

/** «(width < 640px)»: no pair of widths that must differ by one, and only those that have a name. */
function widthFaults(query: string, widths: ReadonlySet<string>): string[] {
  if (!query.includes("width")) return [];
  if (/(min|max)-width/.test(query)) return [`${query}: write it with < or >=`];
  const asked = query.replaceAll(/\([^()]*height[^()]*\)/g, "").match(/[\d.]+[a-z]+/g) ?? [];
  return asked.filter((width) => !widths.has(width)).map((width) => `${query}: ${width} is none of the named widths`);
}

const widthsIn = (tokens: string): ReadonlySet<string> =>
  new Set([...tokens.matchAll(/--width-[a-z]+: (\w+);/g)].map(([, width]) => String(width)));

/** One class, two modules: who sees both pages sees the one styled by the other. */
function styledTwice(sheets: readonly (readonly [string, string])[]): Fault[] {
  const first = new Map<string, string>();
  return sheets.flatMap(([file, text]) =>
    rulesOf(text)
      .flatMap((rule) => rule.split(",").map((selector) => selector.trim()))
      .filter((selector) => /^\.[\w-]+$/.test(selector))
      .flatMap((selector): Fault[] => {
        const other = first.get(selector) ?? file;
        first.set(selector, other);
        return moduleOf(other) === moduleOf(file) ? [] : [[file, `${selector} is styled in ${other} too`]];
      }),
  );
}

const OF_BOTH = /^src\/kit\/styles\/(base|button|field|note)\.css$/;
const OF_CITIZENS = /^src\/(public-booking|entrance)\/.*\.css$/;

/** What staff and citizens share: their sheets say more of it in a place of theirs, never the same again. */
export function sharedAgain(files: Files): Finding[] {
  const selectorsIn = (text: string) => rulesOf(text).flatMap((rule) => rule.split(",").map((one) => one.trim()));
  const sheets = [...files];
  const shared = new Set(sheets.filter(([file]) => OF_BOTH.test(file)).flatMap(([, text]) => selectorsIn(text)));
  return sheets
    .filter(([file]) => OF_CITIZENS.test(file))
    .flatMap(([file, text]) =>
      selectorsIn(text)
        .filter((selector) => shared.has(selector) && !selector.startsWith("@"))
        .map((selector) => ({ file, message: `${selector} is styled in src/kit/styles for everybody` })),
    );
}

/** What nobody sets is nothing: a text that was to be red is black. */
function unsetProperties(sheets: readonly (readonly [string, string])[], files: Files): Fault[] {
  const set = new Set([...files].flatMap(([file, text]) => namesSetIn(file, text)));
  return sheets.flatMap(([file, text]) =>
    [...new Set([...text.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => String(name)))]
      .filter((name) => !set.has(name))
      .map((name): Fault => [file, `${name} is set nowhere`]),
  );
}

/** In a sheet, or by a component: `{ "--share": … }` */
function namesSetIn(file: string, text: string): string[] {
  if (!text.includes("--")) return [];
  return [...text.matchAll(file.endsWith(".css") ? /(--[\w-]+):/g : /"(--[\w-]+)"/g)].map(([, name]) => String(name));
}

const classesIn = (selectors: string): string[] =>
  [...selectors.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)].map(([, name]) => String(name));

const blockOf = (name: string): string => name.split(/--|__/)[0] as string;

const moduleOf = (file: string): string => file.split("/").slice(0, 2).join("/");

const isImported = (file: string, sources: readonly string[]): boolean => {
  const end = `${file.slice(file.lastIndexOf("/"))}";`;
  return sources.some((text) => text.includes(end));
};

/** Told apart by whole names, and by beginnings that are put together with what follows: `is-${status}`. */
function namesIn(sources: readonly string[]): (name: string) => boolean {
  const words = new Set(sources.flatMap((text) => text.match(/[\w-]+/g) ?? []));
  const beginnings = new Set(sources.flatMap((text) => text.match(/[\w-]+-(?=\$\{)/g) ?? []));
  return (name) =>
    words.has(name) ||
    [...name.matchAll(/-+/g)].some(({ index, 0: dash }) => beginnings.has(name.slice(0, index + dash.length)));
}
