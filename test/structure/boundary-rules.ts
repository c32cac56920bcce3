import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import type { IForbiddenRuleType } from "dependency-cruiser";
import { BROWSER_PACKAGES, DOORS_TO_TRIAL, PARTS_FOR_OTHERS } from "./module-doors.ts";
import { MAY_IMPORT } from "./modules.ts";

const TEST = "\\.test\\.tsx?$";
/** Speaks by packages that an installation has not: it stands in only where development's are. */
const STAND_IN_WALLET = "^trial/stand-ins/wallet/";
const names = Object.keys(MAY_IMPORT);

/** The declared table as dependency-cruiser's rules. */
export const configuration = {
  forbidden: [...names.flatMap(importsOf), ...hygiene()].map(
    (rule): IForbiddenRuleType => ({ severity: "error", ...rule }),
  ),
  options: {
    doNotFollow: { path: "node_modules/" },
    // Imports of types alone count as well.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  },
};

/** What only a server has: nothing that the browser runs may reach it. */
export const ONLY_SERVER = new RegExp(
  [
    `^(node:)?(${builtinModules.join("|")})$`,
    `(^|node_modules/)(${serverPackages().map(literal).join("|")})(/|$)`,
    "^src/platform/(database|http)/",
    "^(src/cli|trial)/",
    "^src/.*(sql|routes)\\.ts$",
  ].join("|"),
);

function importsOf(name: string): IForbiddenRuleType[] {
  const nested = names.filter((other) => other.startsWith(`${name}/`));
  const allowed = MAY_IMPORT[name] ?? [];
  const from = { path: below(name), pathNot: [TEST, ...nested.map(below)] };
  const hidden = nested.filter((other) => !allowed.includes(other));
  return [
    {
      name: `${name} imports only what its line in the table names`,
      from,
      to: { path: "^src/", pathNot: [name, ...allowed].map(below) },
    },
    ...hidden.map((other) => ({ name: `${name} does not know ${other}`, from, to: { path: below(other) } })),
  ];
}

function below(name: string): string {
  return /\.tsx?$/.test(name) ? `^src/${literal(name)}$` : `^src/${name}/`;
}

function literal(text: string): string {
  return text.replaceAll(".", "\\.");
}

function hygiene(): IForbiddenRuleType[] {
  return [
    // Types too: a circle that leaves no trace at run time still has to be understood all at once.
    { name: "no circles", from: {}, to: { circular: true } },
    { name: "every import leads somewhere", from: {}, to: { couldNotResolve: true } },
    {
      name: "only its doors know the trial",
      from: { path: "^src/", pathNot: [TEST, ...DOORS_TO_TRIAL.map(below)] },
      to: { path: "^trial/" },
    },
    {
      name: "the trial is loaded only where it is wanted",
      from: { path: "^src/", pathNot: TEST },
      to: { path: "^trial/", dependencyTypesNot: ["dynamic-import", "type-only"] },
    },
    {
      name: "the program does not know its tests",
      from: { path: "^(src|trial)/", pathNot: TEST },
      to: { path: ["^test/", TEST] },
    },
    {
      name: "a module's SQL is its own",
      from: { path: "^src/([^/]+)/", pathNot: TEST },
      to: { path: "^src/(?!platform/database/).*sql\\.ts$", pathNot: ["^src/$1/", ...PARTS_FOR_OTHERS.map(below)] },
    },
    {
      name: "parts of statements are for SQL alone",
      from: { path: "^(src|trial)/", pathNot: [TEST, "sql\\.ts$"] },
      to: { path: PARTS_FOR_OTHERS.map(below) },
    },
    {
      name: "the server needs no package that only development has",
      from: { path: "^(src|trial)/", pathNot: [TEST, "^src/(kit|web)/", "/ui/", STAND_IN_WALLET] },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "the stand-in wallet is loaded only where its packages are",
      from: { path: "^(src|trial)/", pathNot: [TEST, STAND_IN_WALLET] },
      to: { path: STAND_IN_WALLET, dependencyTypesNot: ["dynamic-import", "type-only"] },
    },
  ];
}

function serverPackages(): string[] {
  const { dependencies } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return Object.keys(dependencies).filter((name) => !BROWSER_PACKAGES.includes(name));
}
