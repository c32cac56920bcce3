import { expect, test } from "vitest";
import { aVisitDesk } from "../visit-desk.ts";
import { aWorld } from "../world.ts";
import { tellFigures } from "./figures.ts";
import { bookBySpelling } from "./spellings.ts";

/** Of each provider; `npm run trust` takes all. */
const MOST = Number(process.env.MOST_SPELLINGS ?? 4);

test("however one person spells the address of one mailbox, they have no more appointments than others", async () => {
  const world = await aWorld();
  const desk = await aVisitDesk(world);
  const spelt = await bookBySpelling(world, desk, MOST);
  await desk.close();
  await world.close();
  await tellFigures(spelt);
  expect(spelt.untried).toEqual([]);
  expect(spelt.beyond).toEqual({});
});
