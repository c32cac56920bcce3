import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Part, Tx } from "../database/sql.ts";
import { sqlState } from "../database/transaction.ts";
import { Refusal } from "../refusal.ts";
import {
  type AnswerRow,
  findAnswers,
  type IdempotencyScope,
  insertAnswer,
  type OnceAct,
  storingAnswer,
} from "./idempotency-sql.ts";

/** One act, however often it is asked for: the answer is stored in the act's own transaction. */

export const STORED_ANSWER_HOURS = 24;

const KEY = /^[\x21-\x7e]{1,200}$/;

/** The header as the contract shows it; it is read, and refused, by `sentOnceIn`. */
export const idempotencyKey = z.string().meta({ pattern: KEY.source });

/**
 * @param route names what the act is done to, as the address does
 * @throws Refusal 400 where that is no text that PostgreSQL can hold, and as `sentOnceIn`
 */
export function idempotencyScopeOf(
  request: FastifyRequest,
  route: string,
  office: number,
  employee: number,
): IdempotencyScope {
  if (route.includes("\0")) throw new Refusal(400, "request-malformed");
  return { office, employee, route, ...sentOnceIn(request) };
}

/** By what a request is known that is sent again. */
export type SentOnce = Pick<IdempotencyScope, "key" | "requestHash">;

/** @throws Refusal 428 without a key, 400 for what can't be one */
export function sentOnceIn(request: FastifyRequest): SentOnce {
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || key === "") throw new Refusal(428, "idempotency-key-missing");
  if (!KEY.test(key)) {
    throw new Refusal(400, "request-malformed", { errors: [{ field: "Idempotency-Key", code: "field-malformed" }] });
  }
  const requestHash = createHash("sha256").update(canonical(request.body)).digest();
  return { key, requestHash };
}

/** The same members in another order are the same request. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join()}}`;
}

export interface Answered<Body> {
  readonly status: number;
  readonly body: Body;
  readonly replayed: boolean;
}

/**
 * Does the work unless its answer is stored already; stores it in the same transaction.
 * @param withoutSecret what of the answer is stored where it holds something that is shown once
 */
export async function onceOnly<Body>(
  tx: Tx,
  act: OnceAct,
  work: () => Promise<Body>,
  withoutSecret: (body: Body) => Body = (body) => body,
): Promise<Answered<Body>> {
  const [stored] = await findStored(tx, [act]);
  if (stored) return replayOf(act, stored);
  const body = await work();
  await insertAnswer(tx, act, withoutSecret(body));
  return { status: act.status, body, replayed: false };
}

/**
 * The same for work that stores the answer in a statement of its own.
 * @param ahead asks, along with the question for a stored answer, what the work will want to know: in vain where there is one
 */
export async function onceOnlyInOne<Body, Ahead>(
  tx: Tx,
  act: OnceAct,
  ahead: () => Ahead,
  work: (keep: Keep, asked: Ahead) => Promise<Body>,
): Promise<Answered<Body>> {
  const finding = findStored(tx, [act]);
  const asked = ahead();
  const [stored] = await finding;
  return stored ? replayOf(act, stored) : workedOut(act, (keep) => work(keep, asked));
}

/**
 * The same for several acts of one office in one transaction, none of which has the key of another: each is done or refused by itself.
 * @param ahead asks for each of them, in their order
 */
export async function onceOnlyEach<Body, Ahead>(
  tx: Tx,
  acts: readonly OnceAct[],
  ahead: () => readonly Ahead[],
  work: (keep: Keep, asked: Ahead) => Promise<Body>,
): Promise<PromiseSettledResult<Answered<Body>>[]> {
  const finding = findStored(tx, acts);
  const asked = ahead();
  const found = await finding;
  const each = async (act: OnceAct, index: number): Promise<Answered<Body>> => {
    const stored = found[index];
    return stored ? replayOf(act, stored) : workedOut(act, (keep) => work(keep, asked[index] as Ahead));
  };
  return Promise.allSettled(acts.map(each));
}

async function workedOut<Body>(act: OnceAct, work: (keep: Keep) => Promise<Body>): Promise<Answered<Body>> {
  const body = await work((response, source) => storingAnswer(act, response, source));
  return { status: act.status, body, replayed: false };
}

/** The part of a statement that stores the answer (jsonb); with a source, only where that has a row. */
export type Keep = (response: Part, source: Part) => Part;

export function sendOnce<Body>(reply: FastifyReply, { status, body, replayed }: Answered<Body>): Body {
  if (replayed) reply.header("idempotency-replayed", "true");
  reply.code(status);
  return body;
}

/** Waits for running twins (at most the lock timeout), then has their answers; null: this one is the first. */
async function findStored(tx: Tx, acts: readonly OnceAct[]): Promise<(AnswerRow | null)[]> {
  const { now } = acts[0] as OnceAct;
  return findAnswers(tx, acts, now.subtract({ hours: STORED_ANSWER_HOURS })).catch((error) => {
    throw sqlState(error) === "55P03" ? new Refusal(503, "request-running") : error;
  });
}

function replayOf<Body>({ scope }: OnceAct, stored: AnswerRow): Answered<Body> {
  if (!stored.request_hash.equals(scope.requestHash)) throw new Refusal(422, "idempotency-key-reused");
  return { status: stored.status, body: stored.response as Body, replayed: true };
}
