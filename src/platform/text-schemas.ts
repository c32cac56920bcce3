import { z } from "zod";
import { hasUnseenCharacters } from "./text/names.ts";

/** What a person wrote to be read: of something that is seen, and of nothing that is not. */
export const writtenText = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .refine((text) => text.trim() !== "", { error: "field-required", abort: true })
    .refine((text) => !hasUnseenCharacters(text), "field-control-characters");
