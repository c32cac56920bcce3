import { readFile } from "node:fs/promises";
import type { FastifyBaseLogger } from "fastify";
import { z } from "zod";
import { Refusal } from "../../platform/refusal.ts";
import { normalizeAfm } from "../../platform/text/afm.ts";
import type { Directory } from "./directory.ts";
import { gateIdOf } from "./rights.ts";

const entry = z.strictObject({
  afm: z.string().refine((text) => normalizeAfm(text) === text),
  gateId: z.string().trim().min(1),
  role: z.enum(["clerk", "head"]),
  lastname: z.string().default(""),
  firstname: z.string().default(""),
});

/** For a body without the ΚΕΔ service: a list in a file, read anew each time, so that an edit counts at the next refresh. */
export function fileDirectory(file: string, log: FastifyBaseLogger): Directory {
  const entries = () =>
    directoryEntries(file).catch((error: Error) => {
      log.error({ reason: error.message }, "the directory file can't be used");
      throw new Refusal(503, "directory-unavailable");
    });
  return {
    gatesOf: async (afm) =>
      (await entries()).filter((item) => item.afm === afm).map(({ gateId, role }) => ({ gateId, role })),
    staffOf: async (officeCode) =>
      (await entries())
        .filter((item) => item.gateId === gateIdOf(officeCode))
        .map(({ afm, role, lastname, firstname }) => ({ afm, role, lastName: lastname, firstName: firstname })),
  };
}

/** @throws Error that says where the file is wrong */
export async function directoryEntries(file: string) {
  try {
    return z.array(entry).parse(JSON.parse(await readFile(file, "utf8")));
  } catch (error) {
    throw new Error(reasonOf(error));
  }
}

/** Places only: the values are people's. */
function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError)
    return error.issues.map((issue) => `${issue.path.join(".")}: ${issue.code}`).join(", ");
  return error instanceof SyntaxError ? "not JSON" : String((error as NodeJS.ErrnoException).code ?? "unreadable");
}
