import { useQuery } from "@tanstack/react-query";
import { useNumbers, useText } from "../../kit/text.tsx";
import type { Sweep } from "../contract.ts";
import { sweepsQuery } from "./queries.ts";

/** How far a ruling has come, and what it found at the offices. */
export function SweepLine({ sweep }: { sweep: Sweep }) {
  const t = useText();
  const n = useNumbers();
  const { offices, done, concerned, appointments, doneAt } = sweep;
  const found =
    appointments === 0
      ? t("ministry.arrived-free")
      : t("ministry.arrived-concerned", { count: appointments, n: n(appointments), concerned: n(concerned) });
  if (doneAt === null) return <Reached done={done} offices={offices} />;
  return (
    <>
      <span className="ministry__reached">{t("ministry.arrived", { offices: n(offices) })}</span>{" "}
      <span className="hint">{found}</span>
    </>
  );
}

export function Reached({ done, offices }: Pick<Sweep, "done" | "offices">) {
  const t = useText();
  const n = useNumbers();
  const words = t("ministry.reached", { done: n(done), offices: n(offices) });
  return (
    <span className="ministry__progress">
      <progress aria-label={t("ministry.on-its-way")} max={Math.max(offices, 1)} value={done} />
      {words}
    </span>
  );
}

/** Over every page of the ministry while something is on its way, also what has left no row behind. */
export function SweepsUnderWay() {
  const t = useText();
  const { data } = useQuery(sweepsQuery);
  // One after the other, as they are gone through.
  const sweep = data?.sweeps[0];
  return (
    <div className="ministry__under-way">
      <p className="visually-hidden" role="status">
        {sweep && t("ministry.on-its-way")}
      </p>
      {sweep && (
        <p className="note">
          <b aria-hidden="true">{t("ministry.on-its-way")}</b> <Reached done={sweep.done} offices={sweep.offices} />
        </p>
      )}
    </div>
  );
}
