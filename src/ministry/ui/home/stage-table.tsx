import { Link } from "@tanstack/react-router";
import { variables } from "../../../kit/place-style.ts";
import { useNumbers, useText } from "../../../kit/text.tsx";
import { Message } from "../../../kit/ui/message.tsx";
import type { OfficeProgress } from "../../contract.ts";
import { partName } from "./home-search.ts";
import { groupsBy, type ProgressGroup, stagesOf } from "./progress-groups.ts";

interface StageTableProps {
  readonly offices: readonly OfficeProgress[];
  /** Undefined: the regions are shown; else this one's units */
  readonly region: string | undefined;
}

/** How many offices of each part are at which stage: as bars, with the figures beside. */
export function StageTable({ offices, region }: StageTableProps) {
  const t = useText();
  const groups = groupsBy(offices, region === undefined ? "region" : "regionalUnit");
  const most = Math.max(1, ...groups.map(({ all }) => all));
  const sum = stagesOf(offices);
  if (groups.length === 0)
    return <Message title={t("ministry.no-offices-title")} text={t("ministry.no-offices")} level={2} />;
  return (
    <>
      <Legend />
      <table className="home__stages">
        <caption className="visually-hidden">{t("ministry.home-title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t(region === undefined ? "ministry.region" : "ministry.regional-unit")}</th>
            <th scope="col" className="home__bar-cell">
              <span className="visually-hidden">{t("ministry.bars")}</span>
            </th>
            <th scope="col">{t("ministry.done")}</th>
            <th scope="col">{t("ministry.under-way")}</th>
            <th scope="col">{t("ministry.not-begun")}</th>
            <th scope="col">{t("ministry.offices")}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={partName(group.name)}>
              <th scope="row">
                <PartLink region={region} name={group.name} />
              </th>
              <td className="home__bar-cell">
                <StageBar group={group} most={most} />
              </td>
              <StageCells {...group} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("ministry.total")}</th>
            <td className="home__bar-cell" />
            <StageCells {...sum} />
          </tr>
        </tfoot>
      </table>
    </>
  );
}

/** Beside each number its word, for where the heads of the columns have no room. */
function StageCells({ done, underWay, notBegun, all }: Omit<ProgressGroup, "name">) {
  const t = useText();
  const n = useNumbers();
  return (
    <>
      <td className="home__done" data-label={t("ministry.done")}>
        {n(done)}
      </td>
      <td data-label={t("ministry.under-way")}>{n(underWay)}</td>
      <td data-label={t("ministry.not-begun")}>{n(notBegun)}</td>
      <td data-label={t("ministry.offices")}>{n(all)}</td>
    </>
  );
}

function PartLink({ region, name }: Pick<StageTableProps, "region"> & { name: string | null }) {
  const t = useText();
  const part = partName(name);
  return region === undefined ? (
    <Link to="/ministry" search={{ region: part }}>
      {name ?? t("ministry.no-region")}
    </Link>
  ) : (
    <Link to="/ministry" search={{ region, unit: part }}>
      {name ?? t("ministry.no-unit")}
    </Link>
  );
}

/** As long as the part is large beside the largest one. */
function StageBar({ group, most }: { group: ProgressGroup; most: number }) {
  const t = useText();
  const { done, underWay, notBegun, all } = group;
  return (
    <div
      className="home__bar"
      role="img"
      aria-label={t("ministry.bar", { done, underWay, notBegun, all })}
      style={variables({ "--share": all / most, "--done": done / all, "--under-way": underWay / all })}
    >
      <i className="home__bar-done" />
      <i className="home__bar-under-way" />
    </div>
  );
}

function Legend() {
  const t = useText();
  return (
    <p className="home__legend" aria-hidden="true">
      <span>
        <i className="home__bar-done" /> {t("ministry.done")}
      </span>
      <span>
        <i className="home__bar-under-way" /> {t("ministry.under-way")}
      </span>
      <span>
        <i className="home__bar-not-begun" /> {t("ministry.not-begun")}
      </span>
    </p>
  );
}
