import type { FastifyRequest } from "fastify";
import { languageOf } from "../platform/http/problem.ts";
import type { Reader } from "./frame.ts";

/** In the language that the address names, which is the screen's, or else the browser's. */
export function readerOf(request: FastifyRequest, trial: boolean): Reader {
  const { language } = request.query as { readonly language?: unknown };
  return { language: language === "el" || language === "en" ? language : languageOf(request), trial };
}
