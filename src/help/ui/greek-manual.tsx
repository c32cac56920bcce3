import type { ReactNode } from "react";
import { type Manual, manualOf } from "../manual.ts";

const GREEK = manualOf(
  import.meta.glob<string>("../../../docs/manual/el/*.md", { query: "?raw", import: "default", eager: true }),
);

export const GreekManual = ({ children }: { children: (manual: Manual) => ReactNode }) => children(GREEK);
