import { useText } from "../../kit/text.tsx";
import { classes } from "../../kit/ui/classes.ts";
import type { Delay } from "./delay.ts";

/** «περιμένει 18′»; where there is no room for the word, the minutes alone. */
export function DelayWords({ delay }: { delay: Delay }) {
  const t = useText();
  const isClock = delay.kind === "early";
  return (
    <>
      <span className="delay__word">{t(`plan.delay-${delay.kind}`)}</span>{" "}
      <span className={classes("delay__time", isClock && "delay__time--clock")}>
        {isClock ? delay.at : t("plan.minutes", delay)}
      </span>
    </>
  );
}
