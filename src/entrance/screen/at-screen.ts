import type { FastifyReply, FastifyRequest } from "fastify";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { Refusal } from "../../platform/refusal.ts";
import { hashOfToken, newToken } from "../../platform/token.ts";
import { existingScreen } from "../existing-screen.ts";
import { type EntranceTerms, entranceTerms } from "../number/number-sql.ts";

/** Which screen asks, and what it may do. */
export interface AtScreen {
  readonly office: CitizensOffice;
  readonly id: string;
  readonly terms: EntranceTerms;
}

/** The screen's own key, for as long as browsers keep one, from each time that the first page is asked for. */
const COOKIE = "__Host-entrance";
const attributes = { path: "/", secure: true, httpOnly: true, sameSite: "lax" } as const;
const keptLong = { ...attributes, maxAge: 400 * 86_400 };

export const screenKeyIn = (request: FastifyRequest): string | undefined => request.cookies[COOKIE];

export const setScreenKey = (reply: FastifyReply, token: string): FastifyReply =>
  reply.setCookie(COOKIE, token, keptLong);

/** @throws Refusal 404 for a key that is none, or no more, or another screen's */
export async function screenOf(db: Database, token: string | undefined): Promise<AtScreen> {
  const { office, id } = await existingScreen(db, token, "entrance");
  const terms = await db.read({ office: office.id }, (tx) => entranceTerms(tx, office.id, id));
  if (!terms) throw new Refusal(404, "screen-not-found");
  return { office, id, terms };
}

/**
 * The key of the place of whoever stands there now: made with the first page, so that a press that is sent twice, or again after
 * going back, is one. It is theirs once they have a place, and in no address of the screen.
 */
const PLACE_COOKIE = "__Host-place";

export function newPlaceKey(reply: FastifyReply): string {
  const token = newToken();
  reply.setCookie(PLACE_COOKIE, token, attributes);
  return token;
}

/** Null: the screen has not shown its first page. */
export function placeKeyIn(request: FastifyRequest): { readonly token: string; readonly hash: Buffer } | null {
  const token = request.cookies[PLACE_COOKIE];
  const hash = hashOfToken(token);
  return token !== undefined && hash ? { token, hash } : null;
}
