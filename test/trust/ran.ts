import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** The exit code of one of the packages' programs */
export async function ran(
  name: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<number | null> {
  const program = fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url));
  const [code] = await once(spawn(program, args, { stdio: "inherit", env: { ...process.env, ...more } }), "exit");
  return code;
}
