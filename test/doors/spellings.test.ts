import { expect, test } from "vitest";
import { mailboxOf } from "../../src/platform/text/mailbox.ts";
import { aVisitDesk } from "../visit-desk.ts";
import { aWorld } from "../world.ts";
import { tellFigures } from "./figures.ts";
import { ALL, bookBySpelling, KINDS, spellingsOf } from "./spellings.ts";

/** Of each provider; `npm run trust` takes all, and all providers. */
const MOST = Number(process.env.MOST_SPELLINGS ?? 4);
const PROVIDERS = process.env.MOST_SPELLINGS ? ALL : KINDS;

test.each(ALL)("every spelling of one mailbox is known as that one: %s", (provider) => {
  const boxes = spellingsOf(provider).map((spelling) => mailboxOf(spelling.trim()));
  expect(boxes).toEqual(boxes.map(() => boxes[0]));
});

test("however one person spells the address of one mailbox, they have no more appointments than others", async () => {
  const world = await aWorld();
  const desk = await aVisitDesk(world);
  const spelt = await bookBySpelling(world, desk, { providers: PROVIDERS, most: MOST });
  await desk.close();
  await world.close();
  await tellFigures(spelt);
  expect(spelt.untried).toEqual([]);
  expect(spelt.beyond).toEqual({});
});
