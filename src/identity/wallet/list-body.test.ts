import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { type RunningServer, startServer } from "../../../trial/stand-ins/http.ts";
import { listBody } from "./fetch-lists.ts";
import { isOfHosts } from "./lists.ts";

/** From where lists come, and how much of them is read: whoever serves them is not ours. */
let server: RunningServer;
const MEGABYTE = Buffer.alloc(1024 * 1024, "a");
beforeAll(async () => {
  server = await startServer((_request, response, { pathname }) => {
    if (pathname === "/silent") return;
    if (pathname === "/moved") response.writeHead(302, { location: "/list" });
    if (pathname === "/away") response.writeHead(503);
    if (pathname === "/long") for (let sent = 0; sent < 9; sent++) response.write(MEGABYTE);
    response.end("a list");
  });
});
afterEach(() => void vi.restoreAllMocks());
afterAll(() => server.stop());

test("it is read from where it is said to be, and whoever points elsewhere is not followed", async () => {
  expect(await listBody(`${server.origin}/list`)).toBe("a list");
  await expect(listBody(`${server.origin}/moved`)).rejects.toThrow("fetch failed");
});

test("what comes with a failure is no list, and of one without an end no more than eight megabytes is read", async () => {
  await expect(listBody(`${server.origin}/away`)).rejects.toThrow("its server answered 503");
  await expect(listBody(`${server.origin}/long`)).rejects.toThrow("it is too long");
});

test("outside of this machine nothing is fetched in plain", async () => {
  await expect(listBody("http://status.example.eu/1")).rejects.toThrow("it is not fetched in plain");
  await expect(listBody("http://127.0.0.1.example.eu/1")).rejects.toThrow("it is not fetched in plain");
});

test("a server that says nothing is left after ten seconds, and at once where the program ends", async () => {
  const { timeout } = AbortSignal;
  const limit = vi.spyOn(AbortSignal, "timeout").mockImplementation(() => timeout.call(AbortSignal, 20));
  await expect(listBody(`${server.origin}/silent`)).rejects.toThrow("timeout");
  expect(limit.mock.calls).toEqual([[10_000]]);
  limit.mockRestore();
  const ended = AbortSignal.abort(new Error("the program ends"));
  await expect(listBody(`${server.origin}/silent`, ended)).rejects.toThrow("the program ends");
}, 15_000);

test.each([
  ["https://status.example.eu/1", true],
  ["https://status.example.eu:8443/1", true],
  ["https://status.example.eu:8444/1", false],
  ["https://more.status.example.eu/1", false],
  ["https://status.example.eu.example.com/1", false],
  ["https://status.example.eu@example.com/1", false],
  ["https://user@status.example.eu/1", false],
  ["https://:password@status.example.eu/1", false],
  ["no address", false],
])("%s is of a host that is set: %s", (address, isOf) => {
  expect(isOfHosts(address, new Set(["status.example.eu", "status.example.eu:8443"]))).toBe(isOf);
});
