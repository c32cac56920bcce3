import type { OfficeDraw } from "../../draws/contract.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { classes } from "../../kit/ui/classes.ts";
import { dayAndTime, spanOfDays } from "./draw-words.ts";

type Hours = Pick<
  OfficeDraw,
  "number" | "state" | "opensAt" | "closesAt" | "answerUntil" | "releaseAt" | "firstDay" | "lastDay"
>;

/** The hours of a draw from its opening to the visits, and how far it has come. */
export function DrawHours({ draw }: { readonly draw: Hours }) {
  const t = useText();
  const { language } = useLanguage();
  const at = (moment: string) => dayAndTime(moment, language);
  const next = nextStep(draw);
  const step = (name: "opens" | "closes" | "answers" | "releases" | "opens-done" | "closes-done", moment: string) => ({
    key: name,
    day: at(moment).day,
    words: t(`drawDesk.${name}`, { time: at(moment).time }),
  });
  const steps = [
    step(next > 0 ? "opens-done" : "opens", draw.opensAt),
    step(next > 1 ? "closes-done" : "closes", draw.closesAt),
    step("answers", draw.answerUntil),
    step("releases", draw.releaseAt),
    { key: "visits", day: spanOfDays(draw.firstDay, draw.lastDay), words: t("drawDesk.visits") },
  ];
  return (
    <ol className="draw-hours" aria-label={t("drawDesk.hours", { number: draw.number })}>
      {steps.map(({ key, day, words }, index) => (
        <li
          key={key}
          className={classes(index < next && "is-done", index === next && "is-next")}
          aria-current={index === next ? "step" : undefined}
        >
          <b>{day}</b> <span>{words}</span>
        </li>
      ))}
    </ol>
  );
}

/** The first that is still to come, as its state says. */
function nextStep({ state }: Hours): number {
  if (state === "planned" || state === "sealed") return 0;
  if (state === "open" || state === "closed") return 1;
  return state === "drawn" ? 2 : 4;
}
