import { cruise, type ICruiseResult } from "dependency-cruiser";
import { configuration } from "./boundary-rules.ts";
import type { Finding } from "./finding.ts";
import { isSource, ROOT, sourceFiles } from "./source-files.ts";

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
  return [...forbidden(result), ...(await unread(result, root))];
}

const forbidden = (result: ICruiseResult): Finding[] =>
  result.summary.violations.map(({ from, to, rule, cycle, via }) => {
    const path = (cycle ?? via ?? []).map((step) => step.name);
    return { file: from, message: `${rule.name} → ${path.length > 0 ? path.join(" → ") : to}` };
  });

async function unread(result: ICruiseResult, root: string): Promise<Finding[]> {
  const read = new Map(result.modules.map((module) => [module.source, module.dependencies.length]));
  const sources = [...(await sourceFiles(["src", "trial"], root))].filter(([path]) => isSource(path));
  return sources
    .filter(([path, text]) => !read.has(path) || (/^import .* from /m.test(text) && read.get(path) === 0))
    .map(([path]) => ({ file: path, message: "its imports were not read, so they were not checked" }));
}
