import { serve } from "../main.ts";
import type { Command } from "./command.ts";

export const serveCommand: Command = {
  files: 0,
  async run({ config }) {
    await serve(config);
    return 0;
  },
};
