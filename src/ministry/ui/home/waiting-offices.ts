import { ACTION_NAMES } from "../../../onboarding/rules.ts";
import type { OfficeProgress, PublicBooking } from "../../contract.ts";

/** Those that have joined, and where citizens can't book yet. */
export const readyToOpen = (
  offices: readonly OfficeProgress[],
  openings: readonly Pick<PublicBooking["openings"][number], "region">[],
): number =>
  offices.filter(
    ({ state, region }) => state === "done" && !openings.some((open) => open.region === null || open.region === region),
  ).length;

/** Those that need only answer to have joined. */
export const missingQuestionnaires = (offices: readonly OfficeProgress[]): number =>
  offices.filter(({ state, actions }) => state !== "done" && actions === ACTION_NAMES.length).length;
