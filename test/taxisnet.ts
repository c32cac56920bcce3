import { type GsisStandIn, startGsis } from "../trial/stand-ins/gsis.ts";
import { CLIENT_ID, CLIENT_SECRET } from "../trial/stand-ins/gsis-client.ts";
import { CITIZENS_DOOR } from "../trial/stand-ins/gsis-doors.ts";
import type { Citizen, Page } from "./citizen.ts";

/** The government's sign-in of citizens, and what a world is told of it. */
export async function aTaxisnet() {
  const server = await startGsis({ realm: "oauth2server", publicOrigin: undefined, door: CITIZENS_DOOR });
  const settings = {
    GSIS_CITIZENS_BASE_URL: server.origin,
    GSIS_CITIZENS_CLIENT_ID: CLIENT_ID,
    GSIS_CITIZENS_CLIENT_SECRET: CLIENT_SECRET,
  };
  return { ...server, settings } satisfies GsisStandIn & { settings: object };
}

/**
 * Presses the button, and chooses who it is on the government's page: the path to which that sends back.
 * @param from the page with the button
 */
export async function pathBack(
  citizen: Citizen,
  userid: string,
  language = "",
  from = "/book/taxisnet",
): Promise<string> {
  const begun = await citizen.send(`${language}${from}`, {});
  const chosen = await fetch(String(begun.headers.location), {
    method: "POST",
    body: new URLSearchParams({ userid }),
    redirect: "manual",
  });
  const back = new URL(chosen.headers.get("location") ?? "");
  return back.pathname + back.search;
}

export const identify = async (citizen: Citizen, userid: string, language = ""): Promise<Page> =>
  citizen.see(await pathBack(citizen, userid, language));
