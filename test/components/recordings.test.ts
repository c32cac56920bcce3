import { readdirSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { type Ask, aWorld, type Clerk, type Method, type World } from "../world.ts";
import { type Answering, recordUntilQuiet } from "./recorder.ts";
import {
  type Exchange,
  isAct,
  numberedIds,
  type Question,
  RECORDINGS,
  type Recording,
  readRecording,
  type Story,
} from "./recording.ts";
import { SCENES } from "./scenes/scenes.ts";

/** The server answers what the component tests believe that it answers. With RECORD it answers them, and they write it down. */

let world: World | undefined;
afterAll(() => world?.close());

/** A new world; what answers questions in it. */
async function enter(scene: string): Promise<Answering> {
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

/** In which nothing but questions was asked since it was new */
let unchanged: { readonly scene: string; readonly ask: Answering } | undefined;

async function enterFor(story: Story): Promise<Answering> {
  const { scene } = story;
  if (unchanged?.scene === scene && !changes(story)) return unchanged.ask;
  const ask = await enter(scene);
  unchanged = changes(story) ? undefined : { scene, ask };
  return ask;
}

/** Those first that change nothing, scene by scene: they share their worlds. */
const inOrder = (recording: Recording): [string, Story][] =>
  Object.entries(recording).toSorted(([, a], [, b]) => rank(a).localeCompare(rank(b)));
const changes = ({ exchanges }: Story): boolean => exchanges.some(({ question }) => isAct(question));
const rank = (story: Story): string => `${changes(story)} ${story.scene}`;

const files = readdirSync(RECORDINGS).map((name) => name.replace(".json", ""));
describe.skipIf(process.env.RECORD).each(files)("%s", (file) => {
  test.each(inOrder(readRecording(file)))("%s", async (_name, story) => {
    const { exchanges } = story;
    const ask = await enterFor(story);
    const ids = numberedIds();
    const answers: Exchange[] = [];
    for (const exchange of exchanges) {
      const question = ids.restore(exchange.question);
      answers.push(ids.number({ question, ...(await ask(question)) }));
    }
    expect(answers).toEqual(exchanges);
  });
});
