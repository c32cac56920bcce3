import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../../platform/http/server.ts";
import type { Clock } from "../../platform/time.ts";
import { LANGUAGES } from "../../text/languages.ts";
import { type PageReader, prefixOf, readerIn } from "../frame/reader.ts";
import { readForms } from "../frame/requests.ts";
import { answerTrouble, comeAgainPage } from "../frame/trouble.ts";
import type { OfferedLanguages } from "./offered-languages.ts";

interface LanguagesDeps {
  readonly clock: Clock;
  readonly trial: boolean;
  readonly offered: OfferedLanguages;
}

/** Citizens' pages, once for each language; those of one that the ministry has switched off lead on in English. */
export async function inEachLanguage(
  app: App,
  { clock, trial, offered }: LanguagesDeps,
  routes: (pages: App, reader: PageReader) => void,
): Promise<void> {
  for (const language of LANGUAGES) {
    const reader = readerIn(language, trial, offered);
    const comeAgain = { comeAgainPage: comeAgainPage(reader) };
    const inLanguage = async (pages: App) => {
      pages.addHook("onRoute", (route) => {
        route.config = { ...comeAgain, ...route.config };
      });
      pages.addHook("onRequest", async (request, reply) => {
        await offered.refresh();
        if (!offered.all().includes(language)) return inEnglish(request, reply, reader);
      });
      readForms(pages);
      pages.setErrorHandler((error, request, reply) => answerTrouble(error, request, reply, { clock, reader }));
      routes(pages, reader);
    };
    await app.register(async (pages) => inLanguage(pages as App), { prefix: prefixOf(language) });
  }
}

/** Whoever comes by an older link or page goes on, with what they sent. */
const inEnglish = (request: FastifyRequest, reply: FastifyReply, { language }: PageReader): FastifyReply =>
  reply.redirect(`${prefixOf("en")}${request.url.slice(prefixOf(language).length)}`, 307);
