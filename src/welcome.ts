import type { AddressInfo } from "node:net";
import type { Config } from "./platform/config.ts";
import { PEOPLE } from "./stand-ins/people.ts";

/** What is printed once the platform is ready: where it is and, in a trial, whom to sign in as. */
export function welcome(
  config: Config,
  address: AddressInfo | string | null,
  metrics: string,
  standIns: Readonly<Record<string, string>>,
): string {
  const port = typeof address === "object" && address ? address.port : config.PORT;
  const url = config.PUBLIC_BASE_URL ?? `http://localhost:${port}`;
  const lines = [
    "",
    `Πλατφόρμα Επισκέψεων: έτοιμη στο ${url}`,
    `Visits Platform: ready at ${url}`,
    `Metrics: ${metrics}`,
  ];
  return `${[...lines, ...(standIns.gsis ? trial(standIns) : [])].join("\n")}\n\n`;
}

function trial(standIns: Readonly<Record<string, string>>): string[] {
  const people = PEOPLE.map(({ id, firstName, lastName, gates }) => {
    const where = gates.map(({ gateId, role }) => `${gateId} (${role})`).join(", ");
    return `  ${id.padEnd(10)}${firstName} ${lastName}: ${where || "no gate"}`;
  });
  const servers = Object.entries(standIns).map(([name, address]) => `  ${name.padEnd(10)}${address}`);
  return [
    "",
    "This is a trial: the offices and the people are invented, the government's servers are simulated.",
    ...servers,
    "Sign in as:",
    ...people,
  ];
}
