import { pageIsThere } from "../kit/idle/after-page.ts";
import { whenIdle } from "../kit/idle/when-idle.ts";
import { lazyPart } from "../kit/ui/part.tsx";

/** A page that the day leads to: its code, and the words that such pages have in common. @param name of its component */
export const lazyPage = <Code extends object, Name extends keyof Code>(load: () => Promise<Code>, name: Name) =>
  lazyPart(async () => {
    const [code] = await Promise.all([load(), import("../text/pages.ts")]);
    whenIdle(pageIsThere);
    return code;
  }, name);
