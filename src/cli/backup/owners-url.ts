import { reachOwner } from "../../platform/database/reach-owner.ts";
import type { CommandCall, ExitCode } from "../command.ts";

/** Works as the owner on a database that is left as it is: nothing is migrated by a look at it. */
export async function withOwnersUrl(
  { config, terminal, text }: CommandCall,
  work: (ownerUrl: string) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { ownerUrl, close } = await reachOwner(config);
  try {
    if (ownerUrl !== null) return await work(ownerUrl);
    terminal.err(text("command.answers.owner-needed"));
    return 1;
  } finally {
    await close();
  }
}
