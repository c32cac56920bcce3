import type { FastifyReply, FastifyRequest } from "fastify";
import { hashOfToken } from "../../platform/token.ts";

/** Of whoever is signed in to see their own appointments: a key, which leads to who it is for half an hour. */
const COOKIE = "__Host-mine";
const attributes = { path: "/", secure: true, httpOnly: true, sameSite: "lax" } as const;

export const sessionHashIn = (request: FastifyRequest): Buffer | null => hashOfToken(request.cookies[COOKIE]);

export const setSessionToken = (reply: FastifyReply, token: string): FastifyReply =>
  reply.setCookie(COOKIE, token, attributes);

export const clearSessionToken = (reply: FastifyReply): FastifyReply => reply.clearCookie(COOKIE, attributes);
