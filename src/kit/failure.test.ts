import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { textIn } from "../text/text.ts";
import { ApiProblem, call, NoConnection } from "./api.ts";
import { failureOf, fieldFaults, sentenceOf } from "./failure.ts";

vi.hoisted(() => {
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("document", { documentElement: { lang: "el", dataset: {} } });
});

const t = textIn("el");
const problem = (status: number, code: string, more: object = {}) =>
  new ApiProblem({ status, code, title: "Πρόταση.", ...more });
const errors = [{ field: "phone", code: "phone-invalid", message: "Ο αριθμός δεν είναι έγκυρος." }];

test("no answer: nobody knows yet", () => {
  expect(failureOf(new NoConnection())).toEqual({ kind: "no-answer" });
  expect(sentenceOf(new NoConnection(), t, "Δοκιμάστε ξανά.")).toBe("Δοκιμάστε ξανά.");
});

test("faulty fields, an ended session and other refusals are told apart, each with its sentence", () => {
  const said = (error: Error) => [failureOf(error).kind, sentenceOf(error, t, "")];
  for (const status of [400, 422])
    expect(said(problem(status, "fields-invalid", { errors }))).toEqual(["fields", "Ο αριθμός δεν είναι έγκυρος."]);
  expect(said(problem(401, "not-signed-in"))).toEqual(["signed-out", t("shell.sessionOver")]);
  expect(said(problem(503, "unavailable"))).toEqual(["refused", "Πρόταση."]);
  expect(said(problem(422, "search-too-long", { errors: [] }))).toEqual(["refused", "Πρόταση."]);
});

test("what the server found wrong stands at its fields", () => {
  expect(fieldFaults(problem(422, "fields-invalid", { errors }))).toEqual({ phone: "Ο αριθμός δεν είναι έγκυρος." });
  for (const error of [problem(409, "slot-taken"), new NoConnection(), null]) expect(fieldFaults(error)).toEqual({});
});

test("an error that no server sent is a fault of ours and is not swallowed", () => {
  expect(() => failureOf(new TypeError("ours"))).toThrow(TypeError);
});

const fetched = vi.fn<typeof fetch>();
beforeEach(() => void vi.stubGlobal("fetch", fetched.mockReset()));
// Tests that come after it in this process ask real servers.
afterAll(() => void vi.unstubAllGlobals());

test("half an answer is none", async () => {
  fetched.mockResolvedValue(new Response('{"id":', { headers: { "content-type": "application/json" } }));
  await expect(call("/api/me")).rejects.toThrow(NoConnection);
});

// An older Chrome names the end of patience as if somebody had called it off.
test.each(["TimeoutError", "AbortError"])("an act is not waited for without end (%s); a question is", async (name) => {
  const patience = vi.spyOn(AbortSignal, "timeout").mockReturnValue(AbortSignal.abort(new DOMException("", name)));
  fetched.mockImplementation(async (_path, options) => {
    options?.signal?.throwIfAborted();
    return Response.json({});
  });
  await expect(call("/api/me")).resolves.toEqual({});
  await expect(call("/api/x", { method: "POST" }).catch((error) => failureOf(error))).resolves.toEqual({
    kind: "no-answer",
  });
  expect(patience).toHaveBeenCalledTimes(1);
  patience.mockRestore();
});
