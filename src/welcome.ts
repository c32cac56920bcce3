import type { AddressInfo } from "node:net";
import type { Config } from "./platform/config.ts";

/** What is printed once the platform is ready: where it is, and what a trial has to say of itself. */
export function welcome(
  config: Config,
  address: AddressInfo | string | null,
  metrics: string,
  ofTrial: readonly string[],
): string {
  const port = typeof address === "object" && address ? address.port : config.PORT;
  const url = config.PUBLIC_BASE_URL ?? `http://localhost:${port}`;
  const lines = [
    "",
    `Πλατφόρμα Επισκέψεων: έτοιμη στο ${url}`,
    `Visits Platform: ready at ${url}`,
    `Citizens book at ${url}/book`,
    `Metrics: ${metrics}`,
    ...ofTrial,
  ];
  return `${lines.join("\n")}\n\n`;
}
