import type { AddressInfo } from "node:net";
import type { Config } from "./platform/config.ts";
import { PEOPLE, type StandInPerson } from "./stand-ins/people.ts";

/** What is printed once the platform is ready: where it is, what stands in and, in a trial, whom to sign in as. */
export function welcome(
  config: Config,
  address: AddressInfo | string | null,
  metrics: string,
  standIns: Readonly<Record<string, string>>,
): string {
  const port = typeof address === "object" && address ? address.port : config.PORT;
  const url = config.PUBLIC_BASE_URL ?? `http://localhost:${port}`;
  const isTrial = standIns.gsis !== undefined;
  const lines = [
    "",
    `Πλατφόρμα Επισκέψεων: έτοιμη στο ${url}`,
    `Visits Platform: ready at ${url}`,
    `Citizens book at ${url}/book`,
    `Metrics: ${metrics}`,
    ...(isTrial ? ["", TRIAL] : []),
    ...Object.entries(standIns).map(([name, where]) => `  ${name.padEnd(10)}${where}`),
    ...(isTrial ? ["Sign in as:", ...PEOPLE.map(personLine)] : []),
  ];
  return `${lines.join("\n")}\n\n`;
}

const TRIAL = "This is a trial: the offices and the people are invented, the government's servers are simulated.";

function personLine({ id, firstName, lastName, gates }: StandInPerson): string {
  const where = gates.map(({ gateId, role }) => `${gateId} (${role})`).join(", ");
  return `  ${id.padEnd(10)}${firstName} ${lastName}: ${where || "no gate"}`;
}
