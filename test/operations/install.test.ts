import { spawn } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { explainFailure } from "../../src/platform/database/embedded/reasons.ts";
import { ROOT } from "../structure/source-files.ts";

/** A clone without packages, and an npm of its own that takes as long as it is told. */
let clone: string;
let npm: string;
beforeEach(async () => {
  clone = await mkdtemp(join(tmpdir(), "visits-clone-"));
  npm = await mkdtemp(join(tmpdir(), "visits-npm-"));
  await Promise.all([clone, npm].map((folder) => chmod(folder, 0o755)));
  await cp(`${ROOT}scripts`, join(clone, "scripts"), { recursive: true });
  await mkdir(join(clone, "src"));
  const packages = { "": {}, "node_modules/one": { version: "1.0.0" }, "node_modules/two": { version: "2.0.0" } };
  await writeFile(join(clone, "package-lock.json"), JSON.stringify({ packages }));
});
afterEach(() => Promise.all([clone, npm].map((folder) => rm(folder, { recursive: true }))));

async function npmThat(script: string): Promise<void> {
  await writeFile(join(npm, "npm"), `#!/bin/sh\n${script}`, { mode: 0o755 });
}

interface Starting {
  readonly script?: "start" | "build";
  readonly uid?: number;
}

/** What `npm start` says on a clone, or `npm run build`, to a log and no terminal */
async function start({
  script = "start",
  ...account
}: Starting = {}): Promise<{ code: number | null; output: string }> {
  const env = { PATH: `${npm}:${process.env.PATH}`, HOME: npm };
  const child = spawn(process.execPath, [`scripts/${script}.mjs`], { cwd: clone, env, ...account });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, output };
}

const OTHER_NODE = `npm warn EBADENGINE Unsupported engine {
npm warn EBADENGINE   package: 'one@1.0.0'
npm warn EBADENGINE }`;

test("who starts a fresh clone is told at once what is done and how far it is, without a terminal's signs", async () => {
  await npmThat(`
    mkdir -p node_modules/one && echo '{}' > node_modules/one/package.json
    sleep 6
    echo 'no more' >&2
    exit 3`);
  const { code, output } = await start();
  expect(code).toBe(3);
  expect(output).toMatch(/^Installing the packages: half a minute[^\n]*\n {2}1 of 2 packages\nno more\n/);
  for (const sign of ["\r", "\u001b"]) expect(output).not.toContain(sign);
});

test("that packages want the newer Node, which comes with them, frightens nobody; other warnings are shown", async () => {
  await npmThat(`
    cat >&2 <<'END'\n${OTHER_NODE}\nnpm warn deprecated one@1.0.0: use two\nEND
    exit 1`);
  const { output } = await start();
  expect(output).not.toContain("EBADENGINE");
  expect(output).toContain("npm warn deprecated one@1.0.0: use two\n");
});

test("where npm leaves the project's Node without its name, as that of Debian 13 does, it is started all the same", async () => {
  const node = `node_modules/node-${process.platform}-${process.arch}/bin`;
  await npmThat(`mkdir -p ${node} node_modules/.bin dist/web && touch dist/web/index.html
    printf '#!/bin/sh\\necho "our own: $*"\\n' > ${node}/node && chmod +x ${node}/node`);
  const { code, output } = await start();
  expect(output).toContain("our own: src/cli/visits.ts serve");
  expect(code).toBe(0);
});

test("a build by an npm that can't write what the program is made of ends before anything is installed", async () => {
  await npmThat('[ "$1" = --version ] && echo 9.2.0 || echo asked');
  const { code, output } = await start({ script: "build" });
  expect(code).toBe(1);
  expect(output).toMatch(
    /^A build takes npm 10 or later, .* this one is 9\.2\.0\. Say "npm install --global npm@11" [^\n]*\n$/,
  );
});

test.skipIf(process.getuid?.() !== 0)(
  "a clone that can't be written says so in a line, before npm is asked",
  async () => {
    await npmThat("echo asked");
    const { code, output } = await start({ uid: 65_534 });
    expect(code).toBe(1);
    expect(output).toMatch(
      /^The packages are not all installed, and .*\/ can't be written \(EACCES\)\. Run "npm run build"/,
    );
    expect(output.trimEnd().split("\n")).toHaveLength(1);
  },
);

test("a folder for the database that can't be made is told with what to set", () => {
  // What the system says where a folder and those above it would be made on a disk that is only read.
  const said = Object.assign(new Error("ENOENT: no such file or directory, mkdir '/srv/data'"), { code: "ENOENT" });
  expect(() => explainFailure("The embedded database cannot use /srv/data")(said)).toThrow(
    /not writable .* set DATA_DIR/,
  );
});
