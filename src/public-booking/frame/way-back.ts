import type { FastifyRequest } from "fastify";
import type { Attempt } from "../../identity/provider/provider.ts";
import { languageOf } from "../../platform/http/problem.ts";
import { LANGUAGES } from "../../text/languages.ts";
import { ADDRESS } from "./address.ts";
import type { CitizensDeps } from "./deps.ts";
import { offeredReader, type PageReader, prefixOf } from "./reader.ts";

/**
 * Where a browser goes on that comes back from whoever said who it is, at one address for all languages. What lies with the browser
 * is only compared.
 */

/** In the language of the page on which it began; one that was switched off while they were away goes on in English. */
export function readerOfAttempt(
  { trial, offered }: Pick<CitizensDeps, "trial" | "offered">,
  request: FastifyRequest,
  attempt: Attempt | null,
): PageReader {
  return offeredReader(beginningOf(attempt)?.language ?? languageOf(request), trial, offered);
}

/** They set out to be signed in, and not to book a time: where they go on then, without the language. Null: to book. */
export function pageOfSignIn(attempt: Attempt | null): string | null {
  const address = beginningOf(attempt)?.address ?? null;
  return address === ADDRESS.check ? null : address;
}

/** Null: it began nowhere that is known. */
function beginningOf(attempt: Attempt | null) {
  const returnTo = attempt?.returnTo ?? "";
  return (
    LANGUAGES.flatMap((language) => {
      const address = returnTo.startsWith(prefixOf(language)) ? returnTo.slice(prefixOf(language).length) : "";
      return isBeginning(address) ? [{ language, address }] : [];
    })[0] ?? null
  );
}

const isBeginning = (address: string): boolean => address === ADDRESS.check || address === ADDRESS.mine();
