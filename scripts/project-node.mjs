import { existsSync, rmSync, symlinkSync } from "node:fs";
import { installMissing } from "./install.mjs";
import { BIN, ROOT } from "./paths.mjs";
import { requireWritable } from "./writable.mjs";

const MAJOR = 26;

/** The Node that runs the sources: the project's own, else the machine's when it is new enough. Installs if need be. */
export async function projectNode() {
  await installMissing();
  linkOwnNode();
  if (existsSync(`${BIN}/node`)) return `${BIN}/node`;
  if (Number.parseInt(process.versions.node, 10) >= MAJOR) return process.execPath;
  console.error(
    `Node ${MAJOR} is needed. It comes with the packages for Linux (x64, arm64); for ${process.platform} ` +
      `(${process.arch}) install it yourself and run this again. Found: ${process.versions.node}.`,
  );
  process.exit(1);
}

const OWN = `node-${process.platform}-${process.arch}/bin/node`;

/** An npm before 10 brings the project's Node, and takes its name away again, for another platform's is the same. */
function linkOwnNode() {
  if (existsSync(`${BIN}/node`) || !existsSync(`${ROOT}node_modules/${OWN}`)) return;
  requireWritable("node_modules/.bin", "The project's own Node has no name yet");
  rmSync(`${BIN}/node`, { force: true });
  symlinkSync(`../${OWN}`, `${BIN}/node`);
}

/** The environment in which every tool of the project finds the project's own Node first, and what it compiled before. */
export const environment = (more = {}) => ({
  ...process.env,
  PATH: `${BIN}:${process.env.PATH ?? ""}`,
  NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? `${ROOT}node_modules/.cache/node`,
  ...more,
});
