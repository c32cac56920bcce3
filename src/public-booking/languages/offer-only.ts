import type { FastifyReply, FastifyRequest } from "fastify";
import type { App } from "../../platform/http/server.ts";
import { type PageReader, prefixOf } from "../frame/reader.ts";
import type { OfferedLanguages } from "./offered-languages.ts";

/** Pages of a language that the ministry has switched off lead on in English. */
export function offerOnly(pages: App, offered: OfferedLanguages, reader: PageReader): void {
  pages.addHook("onRequest", async (request, reply) => {
    await offered.refresh();
    if (!offered.all().includes(reader.language)) return inEnglish(request, reply, reader);
  });
}

/** Whoever comes by an older link or page goes on, with what they sent. */
const inEnglish = (request: FastifyRequest, reply: FastifyReply, { language }: PageReader): FastifyReply =>
  reply.redirect(`${prefixOf("en")}${request.url.slice(prefixOf(language).length)}`, 307);
