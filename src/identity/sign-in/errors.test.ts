import type { FastifyReply, FastifyRequest } from "fastify";
import { beforeEach, expect, test, vi } from "vitest";
import { Refusal } from "../../platform/refusal.ts";
import type { IdentityDeps } from "../deps.ts";
import { answerWithPage } from "./errors.ts";

const [warn, error] = [vi.fn(), vi.fn()];
beforeEach(() => void [warn, error].map((log) => log.mockReset()));

function answer(problem: unknown) {
  const reply = { header: vi.fn(), code: vi.fn(), type: vi.fn(), send: vi.fn() };
  for (const each of [reply.code, reply.type]) each.mockReturnValue(reply);
  const request = { ip: "127.0.0.1", headers: {}, cookies: {}, query: {} } as unknown as FastifyRequest;
  const deps = { log: { warn, error } } as unknown as IdentityDeps;
  answerWithPage(deps, problem, request, reply as unknown as FastifyReply);
  return reply;
}

test("a refused sign-in is told with its reasons in words, and nothing else of its cause", () => {
  const cause = Object.assign(new Error("the server answered"), { code: "OAUTH", error: { name: "Καστανάς" } });
  expect(answer(Object.assign(new Refusal(403, "no-gate"), { cause })).code).toHaveBeenCalledWith(403);
  expect(warn.mock.calls).toEqual([
    [{ code: "no-gate", ip: "127.0.0.1", reason: "the server answered / OAUTH" }, "sign-in refused"],
  ]);
  answer(new Refusal(403, "no-gate"));
  expect(warn.mock.lastCall?.[0].reason).toBeUndefined();
});

test("a fault of ours is told with itself, and the visitor is asked to come again", () => {
  const fault = new Error("no such table");
  const reply = answer(fault);
  expect(reply.code).toHaveBeenCalledWith(503);
  expect(reply.header).toHaveBeenCalledWith("retry-after", expect.anything());
  expect(error.mock.calls).toEqual([[{ err: fault }, "sign-in failed"]]);
});
