import { expect, test, vi } from "vitest";

vi.hoisted(() => {
  vi.stubGlobal("addEventListener", () => {});
});

import { ApiProblem } from "../api.ts";
import { currentIn, sentOnTop } from "./send.ts";

const stale = (version: number) =>
  new ApiProblem({ status: 412, code: "version-stale", title: "", current: { version } });
const versionFor = (error: unknown) => currentIn(error)?.version ?? null;

test("it is sent with the version that was seen, and once more with the one in which others changed something else", async () => {
  const send = vi.fn(async (version: number) => {
    if (version !== 2) throw stale(2);
    return "saved";
  });
  await expect(sentOnTop(1, send, versionFor)).resolves.toBe("saved");
  expect(send.mock.calls.map(([version]) => version)).toEqual([1, 2]);
});

test("what was overtaken is not sent again, nor anything for ever", async () => {
  const send = vi.fn((): Promise<string> => Promise.reject(stale(2)));
  await expect(sentOnTop(1, send, () => null)).rejects.toThrow(ApiProblem);
  expect(send).toHaveBeenCalledTimes(1);
  await expect(sentOnTop(1, send, versionFor)).rejects.toThrow(ApiProblem);
  expect(send).toHaveBeenCalledTimes(4);
});

test("only a refused version brings what stands now", () => {
  expect(currentIn(new ApiProblem({ status: 409, code: "slot-taken", title: "" }))).toBe(null);
  expect(currentIn(new ApiProblem({ status: 412, code: "version-stale", title: "" }))).toBe(null);
  expect(currentIn(new Error("ours"))).toBe(null);
});
