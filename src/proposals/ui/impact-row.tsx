import type { Appointment } from "../../appointments/contract.ts";
import { fullName } from "../../appointments/person.ts";
import { isSamePlace } from "../../appointments/ui/plan-marks.ts";
import { Space, useLanguage, useText } from "../../kit/text.tsx";
import { Icon, type IconName } from "../../kit/ui/icon.tsx";
import type { Proposal } from "../contract.ts";
import {
  type Choice,
  type Choices,
  type ConcernedAppointment,
  earlierBy,
  isGiven,
  type NotificationOutcome,
  notificationAfter,
  placesOf,
} from "./decisions.ts";
import { placeAndDistance } from "./distance.ts";

/** Some of them now, the others another time. */
export interface Picking {
  readonly isPicked: (id: string) => boolean;
  readonly pick: (ids: readonly string[], isPicked: boolean) => void;
}

export interface ImpactTableProps {
  readonly proposal: Proposal;
  readonly chosen: Choices;
  readonly queueName: (number: number) => string;
  readonly servicesOf: (visit: Appointment) => string;
  readonly onChoose: (id: string, choice: Choice) => void;
  /** The rows, where not all of the proposal stand in this table */
  readonly rows?: readonly ConcernedAppointment[];
  readonly caption?: string;
  readonly picking?: Picking;
}

interface ImpactRowProps extends ImpactTableProps {
  readonly one: ConcernedAppointment;
}

/** One appointment: where it is, where it may go, and how its person learns of it. */
export function ImpactRow({ one, ...table }: ImpactRowProps) {
  const t = useText();
  const { appointment, isUnderWay } = one;
  const choice = table.chosen.get(appointment.id);
  const name = fullName(appointment, t);
  const isLater = table.picking?.isPicked(appointment.id) === false;
  return (
    <tr className={isLater ? "is-later" : undefined}>
      {table.picking && (
        <td className="impact__pick">
          <input
            type="checkbox"
            aria-label={t("workList.pick-one", { name })}
            checked={!isLater}
            onChange={(event) => table.picking?.pick([appointment.id], event.target.checked)}
          />
        </td>
      )}
      <td className="impact__time" data-label={t("rules.now")}>
        {appointment.time}
      </td>
      <th scope="row" className="impact__person">
        <b>{name}</b>
        <Space />
        <small>{table.servicesOf(appointment)}</small>
      </th>
      <td className="impact__place" data-label={t("rules.proposed")}>
        {isUnderWay || !choice ? (
          t(isLater ? "workList.later" : "rules.under-way")
        ) : (
          <PlaceChoice {...table} one={one} choice={choice} name={name} />
        )}
      </td>
      <td className="impact__notice" data-label={t("rules.notice")}>
        {isLater ? (
          t("workList.later-notice")
        ) : (
          <>
            <NoticeWords
              notice={notificationAfter(one, choice, table.proposal.urgentUntil)}
              isReachable={Boolean(appointment.email ?? appointment.phone)}
            />
            <Space />
            {choice?.act === "move" && earlierBy(appointment, choice.to) > 0 && (
              <small>{t("rules.notice-earlier", { from: appointment.time, to: choice.to.time })}</small>
            )}
          </>
        )}
      </td>
    </tr>
  );
}

interface PlaceChoiceProps extends ImpactTableProps {
  readonly one: ConcernedAppointment;
  readonly choice: Choice;
  readonly name: string;
}

const STAYING = ["keep", "call"] as const;

function PlaceChoice({ one, choice, name, proposal, chosen, queueName, onChoose }: PlaceChoiceProps) {
  const t = useText();
  const { language } = useLanguage();
  const places = placesOf(one);
  const value = choice.act === "move" ? String(places.findIndex((place) => isSamePlace(place, choice.to))) : choice.act;
  const choose = (picked: string) => {
    const to = places[Number(picked)];
    onChoose(one.appointment.id, to ? { act: "move", to } : { act: picked as (typeof STAYING)[number] });
  };
  return (
    <span className="impact__choice">
      <Icon name="move" />
      <select
        className="input"
        aria-label={t("rules.choose-for", { name })}
        value={value}
        onChange={(event) => choose(event.target.value)}
      >
        {places.map((place, index) => {
          const words = placeAndDistance(one.appointment, { ...place, queueName: queueName(place.queue) }, language, t);
          const isTaken = isGiven(one, place, proposal.appointments, chosen);
          return (
            <option key={words} value={index} disabled={isTaken}>
              {isTaken ? t("rules.place-taken", { place: words }) : words}
            </option>
          );
        })}
        {STAYING.map((act) => (
          <option key={act} value={act}>
            {t(`rules.${act}`)}
          </option>
        ))}
      </select>
    </span>
  );
}

const ICONS: Readonly<Record<NotificationOutcome, IconName>> = {
  none: "check",
  kept: "check",
  email: "mail",
  "email-and-call": "phone",
  call: "phone",
  impossible: "warning",
};

function NoticeWords({ notice, isReachable }: { notice: NotificationOutcome; isReachable: boolean }) {
  const t = useText();
  return (
    <span className={`notice notice--${notice}`}>
      <Icon name={ICONS[notice]} />
      <span>
        {notice === "impossible" && isReachable ? t("rules.notice-no-phone") : t(`rules.notice-${notice}`)}
        <Space />
        {notice === "none" && !isReachable && <small>{t("rules.notice-impossible")}</small>}
        {notice === "impossible" && <small>{t("rules.notice-call")}</small>}
      </span>
    </span>
  );
}
