import { readdirSync } from "node:fs";
import { afterEach, describe, expect, test } from "vitest";
import { type Ask, aWorld, type Clerk, type Method, type World } from "../world.ts";
import { recordUntilQuiet } from "./recorder.ts";
import { type Exchange, numberedIds, type Question, RECORDINGS, readRecording } from "./recording.ts";
import { SCENES } from "./scenes/scenes.ts";

/** The server answers what the component tests believe that it answers. With RECORD it answers them, and they write it down. */

let world: World | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

/** A new world; what answers questions in it. */
async function enter(scene: string): Promise<(question: Question) => Promise<Omit<Exchange, "question">>> {
  await world?.close();
  world = await aWorld();
  const build = SCENES[scene];
  if (!build) throw new Error(`No scene is called «${scene}»`);
  const desks = await build(world);
  return (question) => answer(question.isElsewhere ? (desks.elsewhere ?? desks.page) : desks.page, question);
}

let keys = 0;

async function answer(desk: Clerk, { method, path, body, version, isKeyed, language = "el" }: Question) {
  const options: Ask = {
    ...(body !== undefined && { body }),
    ...(isKeyed && { key: `recorded-${++keys}` }),
    headers: { "accept-language": language, ...(version && { "if-match": version }) },
  };
  const reply = await desk.ask(method as Method, path, options);
  return { status: reply.status, answer: reply.body };
}

test.runIf(process.env.RECORD)("records", () => recordUntilQuiet(Number(process.env.RECORD), enter));

const files = readdirSync(RECORDINGS).map((name) => name.replace(".json", ""));
describe.skipIf(process.env.RECORD).each(files)("%s", (file) => {
  test.each(Object.entries(readRecording(file)))("%s", async (_name, { scene, exchanges }) => {
    const ask = await enter(scene);
    const ids = numberedIds();
    const answers: Exchange[] = [];
    for (const exchange of exchanges) {
      const question = ids.restore(exchange.question);
      answers.push(ids.number({ question, ...(await ask(question)) }));
    }
    expect(answers).toEqual(exchanges);
  });
});
