import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/**
 * The exit code of one of the packages' programs
 * @param more of the environment
 * @param under a program that starts it, with its arguments
 */
export async function ran(
  name: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
  under: readonly string[] = [],
): Promise<number | null> {
  const program = fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url));
  const [first = program, ...rest] = [...under, program, ...args];
  const [code] = await once(spawn(first, rest, { stdio: "inherit", env: { ...process.env, ...more } }), "exit");
  return code;
}
