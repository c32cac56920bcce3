import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildPackage, writePackageTree } from "../../scripts/package/debian.ts";
import { hasOpenssl } from "../certificates.ts";
import { type FreshDatabase, freshDatabase } from "../database.ts";
import { freePort } from "../free-port.ts";
import { startPlatform } from "../platform.ts";
import { ROOT } from "../structure/source-files.ts";
import { BUILD_COMMANDS, IMAGE } from "./image.ts";
import { ownSettings } from "./own-settings.ts";

/** What the package puts upon a machine, taken out of it. */
let folder: string;
let database: FreshDatabase;
beforeAll(async () => {
  const fresh = 'import("./scripts/web-pages.mjs").then(async (pages) => process.exit(await pages.buildStalePages()))';
  execFileSync(process.execPath, ["--eval", fresh], { cwd: ROOT });
  folder = mkdtempSync(join(tmpdir(), "visits-package-"));
  chmodSync(folder, 0o711);
  writePackageTree(join(folder, "tree"));
  if (hasOpenssl) {
    openssl("genpkey", "-algorithm", "ed25519", "-out", "key");
    openssl("pkey", "-in", "key", "-pubout", "-out", "public");
  }
  const signingKey = hasOpenssl ? join(folder, "key") : undefined;
  buildPackage(join(folder, "tree"), join(folder, "visits.deb"), { compression: "none", signingKey });
  dpkg("--extract", join(folder, "visits.deb"), join(folder, "machine"));
  dpkg("--control", join(folder, "visits.deb"), join(folder, "control"));
  database = await freshDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const dpkg = (...args: string[]): string => execFileSync("dpkg-deb", args, { encoding: "utf8" });
const openssl = (...args: string[]): string =>
  execFileSync("openssl", args, { cwd: folder, encoding: "utf8", stdio: "pipe" });
const machine = (path: string): string => join(folder, "machine", path);
const release = (): string => {
  const [version] = readdirSync(machine("usr/lib/visits"));
  return machine(`usr/lib/visits/${version}`);
};

test("from a package a process serves in production, by the settings that come with it once they are one's own", async () => {
  const [given, owners] = ["visits.env", "owner.env"].map((file) => ownSettings(machine(`etc/visits/${file}`)));
  const own = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
  const ports = { PORT: String(await freePort()), METRICS_PORT: String(await freePort()) };
  const platform = await startPlatform({ ...given, ...owners, ...own, ...ports }, release());
  const status = async (path: string) => (await fetch(platform.url + path, { redirect: "manual" })).status;
  const [asset] = readdirSync(join(release(), "dist/web/assets")).filter((name) => name.endsWith(".js"));
  for (const path of ["/healthz", "/readyz", "/book", "/openapi.json", `/assets/${asset}`])
    expect([path, await status(path)]).toEqual([path, 200]);
  expect(await status("/api/me")).toBe(401);
  expect(await platform.kill("SIGTERM")).toBe(0);
});

test("its own Node runs, and everybody may read what it brings but the settings, which are root's", () => {
  const node = join(release(), "node_modules/.bin/node");
  expect(execFileSync(node, ["--version"], { encoding: "utf8" }).trim()).toBe(process.version);
  const modes = (path: string) => (statSync(machine(path)).mode & 0o777).toString(8);
  expect(["etc/visits/visits.env", "etc/visits/owner.env", "usr/bin/visits"].map(modes)).toEqual(["600", "600", "755"]);
  const found = execFileSync("find", [release(), "!", "-perm", "-o=r"], { encoding: "utf8" });
  expect(found).toBe("");
});

test.runIf(hasOpenssl)("the package is signed by its builder, and one changed byte of it is refused", () => {
  const verify = (file: string) =>
    openssl("pkeyutl", "-verify", "-pubin", "-inkey", "public", "-rawin", "-in", file, "-sigfile", "visits.deb.sig");
  expect(verify("visits.deb")).toContain("Verified Successfully");
  const bytes = readFileSync(join(folder, "visits.deb"));
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] as number) ^ 1;
  writeFileSync(join(folder, "changed.deb"), bytes);
  expect(() => verify("changed.deb")).toThrow();
  rmSync(join(folder, "changed.deb"));
});

test.runIf(hasOpenssl)("a package without a key has no signature, not even of the one before it", () => {
  const [tree, target] = [join(folder, "small"), join(folder, "small.deb")];
  mkdirSync(join(tree, "DEBIAN"), { recursive: true });
  writeFileSync(
    join(tree, "DEBIAN/control"),
    "Package: small\nVersion: 1\nArchitecture: all\nMaintainer: Visits <visits@example.gr>\nDescription: small\n",
  );
  buildPackage(tree, target, { compression: "none", signingKey: join(folder, "key") });
  expect(existsSync(`${target}.sig`)).toBe(true);
  buildPackage(tree, target, { compression: "none", signingKey: undefined });
  expect([existsSync(target), existsSync(`${target}.sig`)]).toEqual([true, false]);
});

test("settings outlive a newer package, and what dpkg runs is a script that a shell reads", () => {
  const control = (file: string) => join(folder, "control", file);
  expect(readFileSync(control("conffiles"), "utf8")).toBe("/etc/visits/visits.env\n/etc/visits/owner.env\n");
  expect(readFileSync(control("control"), "utf8")).not.toMatch(/@[A-Z]+@/);
  for (const script of [control("postinst"), control("prerm"), control("postrm"), machine("usr/bin/visits")]) {
    execFileSync("/bin/sh", ["-n", script]);
    expect(readFileSync(script, "utf8")).not.toContain("@VERSION@");
  }
});

test("all that units start is where the package has put it", () => {
  const units = machine("usr/lib/systemd/system");
  const started = readdirSync(units)
    .flatMap((unit) => readFileSync(join(units, unit), "utf8").split("\n"))
    .flatMap((line) => /^Exec\w+=.*?(\/usr\/(?:lib|bin)\/visits[^ ']*)/.exec(line)?.[1] ?? []);
  expect(started.length).toBeGreaterThan(2);
  for (const path of started)
    expect(
      existsSync(path.replace("/usr/lib/visits/current", release()).replace(/^\/usr\/bin/, machine("usr/bin"))),
    ).toBe(true);
});

test("the image is built by an npm that writes what the program is made of", () => {
  const [, npm] = /npm install --global npm@(\d+)\./.exec(BUILD_COMMANDS.join("\n")) ?? [];
  const [, needed] = /^const BILL_SINCE = (\d+)/m.exec(readFileSync(`${ROOT}scripts/install.mjs`, "utf8")) ?? [];
  expect(Number(npm)).toBeGreaterThanOrEqual(Number(needed));
});

test.runIf(process.getuid?.() === 0)(
  "of what building an image leaves, its account serves in production, writes nothing, and ends when it is told to",
  async () => {
    const image = join(folder, "image");
    const last = BUILD_COMMANDS.at(-1) as string;
    expect(last).toMatch(/ \/visits$/);
    // By a builder who lets nobody else read anything.
    execFileSync("/bin/sh", ["-c", `umask 077; ${last.replace(/\/visits$/, image)}`], { cwd: ROOT });
    const [program, ...args] = IMAGE.command as [string, ...string[]];
    const port = String(await freePort());
    const child = spawn(program, args, {
      cwd: image,
      env: {
        ...ownSettings(machine("etc/visits/visits.env")),
        ...IMAGE.env,
        DATABASE_URL: database.appUrl,
        PORT: port,
      },
      uid: IMAGE.account,
      gid: IMAGE.account,
      stdio: ["ignore", "ignore", "inherit"],
    });
    const status = async (path: string) =>
      (await fetch(`http://127.0.0.1:${port}${path}`).catch(() => null))?.status ?? `ended with ${child.exitCode}`;
    await expect.poll(() => status("/readyz")).toBe(200);
    for (const path of ["/healthz", "/book"]) expect([path, await status(path)]).toEqual([path, 200]);
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    expect(await exited).toEqual([0, null]);
    expect(execFileSync("find", [image, "!", "-user", "root"], { encoding: "utf8" })).toBe("");
  },
);
