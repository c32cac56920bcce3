import type { ReactNode } from "react";
import { useLanguage } from "../../kit/text.tsx";
import { lazyPart } from "../../kit/ui/part.tsx";
import type { Manual } from "../manual.ts";

const GreekManual = lazyPart(() => import("./greek-manual.tsx"), "GreekManual");
const EnglishManual = lazyPart(() => import("./english-manual.tsx"), "EnglishManual");

/** The manual of the chosen language, which is fetched when it is read. */
export function InManual({ children }: { children: (manual: Manual) => ReactNode }) {
  const { language } = useLanguage();
  return language === "en" ? <EnglishManual>{children}</EnglishManual> : <GreekManual>{children}</GreekManual>;
}
