import { cruise, type ICruiseResult, type IViolation } from "dependency-cruiser";
import { CIRCLE_OF_TYPES, configuration } from "./boundary-rules.ts";
import type { Finding } from "./finding.ts";
import { CIRCLES_OF_TYPES } from "./modules.ts";
import { isSource, ROOT, sourceFiles } from "./source-files.ts";

/**
 * Every import that the declared table forbids, and every source that was not read: with a compiler that it does not
 * know, dependency-cruiser reads nothing and passes.
 */
export async function boundaryFindings(root = ROOT): Promise<Finding[]> {
  const { options, ...ruleSet } = configuration;
  const { enhancedResolveOptions, ...others } = options;
  const settings = { ...others, ruleSet, validate: true, baseDir: root };
  const { output } = await cruise(["src"], settings, enhancedResolveOptions);
  const result = output as ICruiseResult;
  return [...forbidden(result), ...passed(result), ...(await unread(result, root))];
}

const isKnown = ({ from, rule }: IViolation): boolean =>
  rule.name === CIRCLE_OF_TYPES && CIRCLES_OF_TYPES.some((pages) => from.startsWith(pages));

const forbidden = (result: ICruiseResult): Finding[] =>
  result.summary.violations
    .filter((violation) => !isKnown(violation))
    .map(({ from, to, rule, cycle, via }) => {
      const path = (cycle ?? via ?? []).map((step) => step.name);
      return { file: from, message: `${rule.name} → ${path.length > 0 ? path.join(" → ") : to}` };
    });

/** The list may only become shorter. */
function passed(result: ICruiseResult): Finding[] {
  const standing = result.summary.violations.filter(isKnown);
  return CIRCLES_OF_TYPES.filter((pages) => !standing.some(({ from }) => from.startsWith(pages))).map((file) => ({
    file,
    message: "no types lead in a circle any more: take it from the list in test/structure/modules.ts",
  }));
}

async function unread(result: ICruiseResult, root: string): Promise<Finding[]> {
  const read = new Map(result.modules.map((module) => [module.source, module.dependencies.length]));
  const sources = [...(await sourceFiles(["src"], root))].filter(([path]) => isSource(path));
  return sources
    .filter(([path, text]) => !read.has(path) || (/^import .* from /m.test(text) && read.get(path) === 0))
    .map(([path]) => ({ file: path, message: "its imports were not read, so they were not checked" }));
}
