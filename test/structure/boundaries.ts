import { cruise, type ICruiseResult } from "dependency-cruiser";
import { configuration, ONLY_SERVER } from "./boundary-rules.ts";
import type { Finding } from "./finding.ts";
import { BROWSER_SAFE } from "./module-doors.ts";
import { isSource, isTest, ROOT, sourceFiles } from "./source-files.ts";

/**
 * Every import that the declared table forbids, and every source that was not read: with a compiler that it does not
 * know, dependency-cruiser reads nothing and passes.
 */
export async function boundaryFindings(root = ROOT): Promise<Finding[]> {
  const { options, ...ruleSet } = configuration;
  const { enhancedResolveOptions, ...others } = options;
  const settings = { ...others, ruleSet, validate: true, baseDir: root };
  const { output } = await cruise(["src", "trial"], settings, enhancedResolveOptions);
  const result = output as ICruiseResult;
  return [...forbidden(result), ...reachingServer(result), ...(await unread(result, root))];
}

const forbidden = (result: ICruiseResult): Finding[] =>
  result.summary.violations.map(({ from, to, rule, cycle, via }) => {
    const path = (cycle ?? via ?? []).map((step) => step.name);
    return { file: from, message: `${rule.name} → ${path.length > 0 ? path.join(" → ") : to}` };
  });

/**
 * However indirectly. Looked for once, from the server's end: dependency-cruiser looks for each way by itself, which takes
 * longer than all the rest.
 */
function reachingServer({ modules }: ICruiseResult): Finding[] {
  const imports = modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => ({ importer: source, imported: resolved })),
  );
  const importersOf = Map.groupBy(imports, ({ imported }) => imported);
  const next = new Map<string, string>();
  const reached = [...importersOf.keys()].filter((name) => ONLY_SERVER.test(name));
  for (const name of reached)
    for (const { importer } of importersOf.get(name) ?? []) {
      if (next.has(importer)) continue;
      next.set(importer, name);
      reached.push(importer);
    }
  return [...next.keys()]
    .filter((name) => !isTest(name) && BROWSER_SAFE.some((pattern) => new RegExp(pattern).test(name)))
    .map((name) => ({
      file: name,
      message: `what the browser runs reaches nothing of the server → ${wayFrom(name, next).join(" → ")}`,
    }));
}

function wayFrom(name: string, next: ReadonlyMap<string, string>): string[] {
  const step = next.get(name);
  if (step === undefined) return [];
  return ONLY_SERVER.test(step) ? [step] : [step, ...wayFrom(step, next)];
}

async function unread(result: ICruiseResult, root: string): Promise<Finding[]> {
  const read = new Map(result.modules.map((module) => [module.source, module.dependencies.length]));
  const sources = [...(await sourceFiles(["src", "trial"], root))].filter(([path]) => isSource(path));
  return sources
    .filter(([path, text]) => !read.has(path) || (/^import .* from /m.test(text) && read.get(path) === 0))
    .map(([path]) => ({ file: path, message: "its imports were not read, so they were not checked" }));
}
