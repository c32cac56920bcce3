import { useNumbers, useText } from "../../kit/text.tsx";
import type { HowItWent, Share } from "../contract.ts";

/** Who had an appointment and did not come: by how long before it was booked, and by which way. */
export function NoShowsPart({ noShows }: { noShows: HowItWent["noShows"] }) {
  const t = useText();
  const n = useNumbers();
  const { all, byLead, byChannel, unresolved } = noShows;
  return (
    <section className="sheet went__part" aria-labelledby="went-no-shows">
      <h2 id="went-no-shows">{t("went.no-shows")}</h2>
      <p>
        {all.of === 0
          ? t("went.no-shows-none")
          : t("went.no-shows-all", { part: n(all.count), of: n(all.of), percent: percentOf(all) })}{" "}
        {unresolved > 0 && t("went.no-shows-unresolved", { count: unresolved, n: n(unresolved) })}
      </p>
      {all.of > 0 && (
        <div className="went__tables">
          <ShareTable
            caption={t("went.no-shows-by-lead")}
            rows={byLead.map(({ from, to, ...share }) => ({ name: bandName(from, to, t), ...share }))}
          />
          <ShareTable
            caption={t("went.no-shows-by-channel")}
            rows={byChannel.map(({ channel, ...share }) => ({ name: t(`panel.channel-${channel}`), ...share }))}
          />
        </div>
      )}
    </section>
  );
}

function ShareTable({ caption, rows }: { caption: string; rows: readonly (Share & { readonly name: string })[] }) {
  const t = useText();
  const n = useNumbers();
  return (
    <table className="went__table">
      <caption>{caption}</caption>
      <tbody>
        {rows.map(({ name, ...share }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{share.of === 0 ? t("went.nobody") : t("went.percent", { percent: percentOf(share) })}</td>
            <td>{share.of > 0 && t("went.of", { part: n(share.count), of: n(share.of) })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const percentOf = ({ count, of }: Share): number => Math.round((count / of) * 100);

function bandName(from: number, to: number | null, t: ReturnType<typeof useText>): string {
  if (to === null) return t("went.lead-from", { from });
  return to === 0 ? t("went.lead-same-day") : t("went.lead-days", { from, to });
}
