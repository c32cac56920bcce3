import { variables } from "../../../kit/place-style.ts";
import { useNumbers, useText } from "../../../kit/text.tsx";
import type { HowOfficesDo } from "../../national/contract.ts";

const STAGES = ["reliable", "incomplete", "silent", "not-joined"] as const;

/** Of how many offices all that follows is. */
export function CoveragePart({ coverage, uncounted }: Pick<HowOfficesDo, "coverage" | "uncounted">) {
  const t = useText();
  const n = useNumbers();
  const { offices, reliable, incomplete, silent, notJoined } = coverage;
  const counts = { reliable, incomplete, silent, "not-joined": notJoined };
  const percent = offices === 0 ? 0 : Math.round((reliable / offices) * 100);
  return (
    <section className="sheet chart" aria-labelledby="nation-coverage">
      <h2 id="nation-coverage">{t("nation.coverage")}</h2>
      <p>
        {t("nation.coverage-of", { offices: n(offices), reliable: n(reliable), percent, rest: n(offices - reliable) })}{" "}
        {uncounted > 0 && t("nation.uncounted", { n: n(uncounted) })}
      </p>
      <table className="nation__stages">
        <caption className="visually-hidden">{t("nation.coverage")}</caption>
        <tbody>
          {STAGES.map((stage) => (
            <tr key={stage}>
              <th scope="row">{t(`nation.stage-${stage}`)}</th>
              <td>{n(counts[stage])}</td>
              <td className="nation__stage-cell" aria-hidden="true">
                <i
                  className={`nation__stage nation__stage--${stage}`}
                  style={variables({ "--share": offices === 0 ? 0 : counts[stage] / offices })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
