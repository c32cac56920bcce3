import { useQuery } from "@tanstack/react-query";
import { Fragment, type ReactNode, useId } from "react";
import { officeQuery } from "../../appointments/ui/queries.ts";
import { visitServices } from "../../appointments/ui/service-words.ts";
import { Space, useLanguage, useText } from "../../kit/text.tsx";
import { Icon, type IconName } from "../../kit/ui/icon.tsx";
import type { Text } from "../../text/text.ts";
import type { Proposal } from "../contract.ts";
import type { Counts, Mode } from "./decisions.ts";
import { ImpactTable } from "./impact-table.tsx";
import { useQueueName } from "./queries.ts";
import type { RuleChangeState } from "./use-rule-change.ts";
import "./impact.css";

export type RuleComparison = (proposal: Proposal) => ReactNode;

interface ImpactProps {
  readonly office: string;
  readonly ruling: RuleChangeState;
  /** Stands between how many there are and who they are */
  readonly comparison?: RuleComparison | undefined;
}

/** The appointments that a change concerns: their number, their citizens, and what becomes of each. */
export function Impact({ office, ruling, comparison }: ImpactProps) {
  const t = useText();
  const { language } = useLanguage();
  const headingId = useId();
  const known = useQuery(officeQuery(office)).data;
  const queueName = useQueueName(office);
  const { proposal, chosen, counts, mode } = ruling;
  if (!proposal || !chosen || !counts) return null;
  const { concerned } = counts;
  return (
    <section className="impact" aria-labelledby={headingId} aria-busy={ruling.preview.isPlaceholderData}>
      <div className="impact__head">
        <div>
          <h2 id={headingId} tabIndex={-1} aria-live="polite">
            {concerned === 0 ? t("rules.impact-none") : t("rules.impact", { count: concerned })}
          </h2>
          <p className="hint">{concerned === 0 ? t("rules.impact-none-text") : foundWords(counts, mode, t)}</p>
        </div>
        {concerned > 0 && <CountTags counts={counts} />}
      </div>
      {ruling.isStale && (
        <p className="note note--warn" role="alert">
          {t("rules.stale")}
        </p>
      )}
      {comparison?.(proposal)}
      {concerned > 0 && (
        <ImpactTable
          proposal={proposal}
          chosen={chosen}
          queueName={queueName}
          servicesOf={(visit) => (known ? visitServices(known, visit, language) : visit.service)}
          onChoose={ruling.choose}
        />
      )}
    </section>
  );
}

function foundWords({ withoutPlace }: Counts, mode: Mode, t: Text): string {
  if (mode === "stay") return t("rules.found-stay");
  return withoutPlace === 0 ? t("rules.found") : t("rules.found-not", { count: withoutPlace });
}

/** Green: nobody has to be told; amber: somebody has to call. */
function CountTags({ counts: { sameTime, emails, calls, withoutPhone, kept } }: { counts: Counts }) {
  const t = useText();
  const tags: readonly [IconName, number, string, string][] = [
    ["check", sameTime, t("rules.count-same", { count: sameTime }), "badge badge--ok"],
    ["mail", emails, t("rules.count-emails", { count: emails }), "badge badge--navy"],
    ["phone", calls, t("rules.count-calls", { count: calls }), "badge badge--warn"],
    ["warning", withoutPhone, t("rules.count-no-phone", { count: withoutPhone }), "badge badge--warn"],
    ["info", kept, t("rules.count-kept", { count: kept }), "badge"],
  ];
  return (
    <p className="group">
      {tags.map(
        ([icon, count, words, look]) =>
          count > 0 && (
            <Fragment key={icon}>
              <span className={look}>
                <Icon name={icon} />
                {words}
              </span>
              <Space />
            </Fragment>
          ),
      )}
    </p>
  );
}
