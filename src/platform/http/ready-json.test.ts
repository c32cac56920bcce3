import Fastify from "fastify";
import { expect, test } from "vitest";
import { Refusal } from "../refusal.ts";
import { sendProblem } from "./problem.ts";
import { readyJson, sendReadyJson } from "./ready-json.ts";

const DAY = readyJson("version", JSON.stringify({ lastName: "Αλεξίου", notes: "x".repeat(5_000) }));

test.each([{}, { "if-none-match": DAY.etag }])(
  "what a hook refuses leaves without a word of it, asked with %o",
  async (asking) => {
    const app = Fastify();
    app.setErrorHandler((_error, request, reply) => sendProblem(new Refusal(503, "unavailable"), request, reply));
    app.addHook("preSerialization", async (_request, _reply, payload) => {
      if (payload === DAY) throw new Error("The audit can't be written.");
      return payload;
    });
    app.get("/day", async (request, reply) => sendReadyJson(request, reply, DAY));
    const answer = await app.inject({ url: "/day", headers: { "accept-encoding": "br", ...asking } });
    expect([answer.statusCode, answer.json().code]).toEqual([503, "unavailable"]);
    expect([answer.headers["content-encoding"], answer.headers.etag]).toEqual([undefined, undefined]);
    await app.close();
  },
);
