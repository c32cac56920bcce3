import { existsSync, readdirSync } from "node:fs";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ran } from "../ran.ts";

const LIBRARIES = "/usr/lib";

/** The library of Debian's faketime; undefined where it is not installed. */
export const fakeTime = (): string | undefined =>
  (existsSync(LIBRARIES) ? readdirSync(LIBRARIES) : [])
    .map((folder) => join(LIBRARIES, folder, "faketime/libfaketimeMT.so.1"))
    .find(existsSync);

/** Over /etc lies a folder that sets the clock of whatever is started there, with whichever environment. */
const COVER = 'mount -t overlay overlay -o lowerdir="$1":/etc /etc && shift && exec "$@"';

/** As `ran`, and it believes that it is started at this moment. The machine's own clock stays as it is. */
export async function ranAt(
  library: string,
  moment: Temporal.ZonedDateTime,
  name: string,
  args: readonly string[],
): Promise<number | null> {
  const ahead = Math.round((moment.epochMilliseconds - Date.now()) / 1_000);
  // Not below TMPDIR: the database's own account reads it as well.
  const folder = await mkdtemp("/tmp/visits-clock-");
  await chmod(folder, 0o755);
  await writeFile(join(folder, "ld.so.preload"), `${library}\n`);
  await writeFile(join(folder, "faketimerc"), `${ahead < 0 ? "" : "+"}${ahead}\n`);
  const code = await ran(name, args, SETTINGS, covered(folder));
  await rm(folder, { recursive: true });
  return code;
}

/** What waits goes by the true clock: without both, a browser takes twenty times as long. No machine is promised to be quick. */
const SETTINGS = { FAKETIME_DONT_FAKE_MONOTONIC: "1", FAKETIME_FORCE_MONOTONIC_FIX: "0", PATIENCE: "20" };

/** Only root may mount: whoever is not becomes root for that, and then again who they are. */
function covered(folder: string): string[] {
  const [user, group] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  const cover = ["--mount", "sh", "-c", COVER, "sh", folder];
  if (user === 0) return ["unshare", ...cover];
  return ["unshare", "--map-root-user", ...cover, "unshare", "--user", `--map-user=${user}`, `--map-group=${group}`];
}
