import { spawn } from "node:child_process";

/** Programs that take what they get of the processor, and end by themselves. @returns what ends them */
export function busyLoops(count: number, seconds: number): () => void {
  const loop = `for (const end = Date.now() + ${seconds * 1_000}; Date.now() < end; );`;
  const loops = Array.from({ length: count }, () => spawn(process.execPath, ["-e", loop], { stdio: "ignore" }));
  return () => {
    for (const each of loops) each.kill("SIGKILL");
  };
}
