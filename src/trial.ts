import type { Trial } from "../trial/trial.ts";
import type { Config } from "./platform/config.ts";

const NONE: Trial = {
  settings: {},
  isInvented: false,
  introduction: [],
  furnish: async () => null,
  stop: async () => {},
};

/** The only door to `trial/`: production, where nobody may sign in as an invented person, does not even load it. */
export const openTrial = async (config: Config): Promise<Trial> =>
  config.NODE_ENV === "production" ? NONE : await (await import("../trial/trial.ts")).startTrial(config);
