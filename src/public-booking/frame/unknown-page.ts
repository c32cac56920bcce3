import type { FastifyRequest } from "fastify";
import { Refusal } from "../../platform/refusal.ts";
import { LANGUAGES } from "../../text/languages.ts";
import type { CitizensDeps } from "./deps.ts";
import { offeredReader, prefixOf } from "./reader.ts";
import { troublePage } from "./trouble.ts";

/** For an address that there is not, in the language with which it begins: what leads on from there. */
export function unknownPage({ offered, trial, clock }: Pick<CitizensDeps, "offered" | "trial" | "clock">) {
  return async ({ url }: FastifyRequest): Promise<string> => {
    await offered.refresh();
    const language = LANGUAGES.find((each) => each !== "el" && url.startsWith(`${prefixOf(each)}/`)) ?? "el";
    return troublePage(new Refusal(404, "not-found"), offeredReader(language, trial, offered), clock()).markup;
  };
}
