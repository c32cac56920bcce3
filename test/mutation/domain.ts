import { type Files, isTest } from "../structure/source-files.ts";

/**
 * Not: what only tells or draws; the hooks of the panel and its acts, which the journeys use; invented worlds; the server that tests start themselves, where each fault costs them all;
 * and shapes, which are told apart when the program starts.
 */
const LEFT_OUT =
  /^(?!src\/)|^src\/((text|kit|web)\/|platform\/database\/embedded\/|[^/]+\/ui\/(?!(panel|acts)\/([^/]+\/)?(?!use-)[^/]+$)|[^/]+$)|contract\.ts$/;

/** Rules, use cases and SQL, and what the panel beside the plan decides */
export const mutatedFiles = (files: Files): string[] =>
  [...files.keys()].filter((file) => file.endsWith(".ts") && !isTest(file) && !LEFT_OUT.test(file));

export const moduleOf = (file: string): string =>
  /\/ui\/(panel|acts)\//.test(file) ? "panel" : String(file.split("/")[1]);
