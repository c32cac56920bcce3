import type { ReactNode } from "react";
import { type Manual, manualOf } from "../manual.ts";

const ENGLISH = manualOf(
  import.meta.glob<string>("../../../docs/manual/en/*.md", { query: "?raw", import: "default", eager: true }),
);

export const EnglishManual = ({ children }: { children: (manual: Manual) => ReactNode }) => children(ENGLISH);
