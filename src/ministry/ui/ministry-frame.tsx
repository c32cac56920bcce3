import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useFocusOnChange } from "../../kit/focus.ts";
import { useMe } from "../../kit/me.ts";
import { useText } from "../../kit/text.tsx";
import { buttonClass } from "../../kit/ui/button.tsx";
import { Message } from "../../kit/ui/message.tsx";
import { SweepsUnderWay } from "./sweep-line.tsx";
import "../../text/ministry.ts";
import "./ministry.css";

interface MinistryFrameProps {
  readonly section:
    | "home"
    | "how-offices-do"
    | "closures"
    | "holidays"
    | "services"
    | "translations"
    | "letters"
    | "public-booking"
    | "partners"
    | "questions"
    | "retention"
    | "history";
  /** Which part of a page that has several: another one is heard, too */
  readonly part?: string | undefined;
  readonly children: ReactNode;
}

export const MINISTRY_HEADING = "ministry-heading";

/** The head of each of the ministry's pages; for everybody else, who may see it and where to go. */
export function MinistryFrame({ section, part = "", children }: MinistryFrameProps) {
  const t = useText();
  const { ministry } = useMe().employee;
  const headingRef = useFocusOnChange<HTMLHeadingElement>(part);
  const name = t(`ministry.${section}`);
  const title = <title>{`${name} | ${t("shell.appName")}`}</title>;
  if (!ministry)
    return (
      <>
        {title}
        <Message title={t("ministry.only-title")} text={t("ministry.only-text")} level={1}>
          <Link className={buttonClass("primary")} to="/">
            {t("shell.home")}
          </Link>
        </Message>
      </>
    );
  return (
    <div className="ministry">
      {title}
      <h1 id={MINISTRY_HEADING} tabIndex={-1} ref={headingRef}>
        <span className="ministry__kicker">{t("ministry.title")}</span> {name}
      </h1>
      <nav className="segments" aria-label={t("ministry.sections")}>
        <Link to="/ministry" activeOptions={{ exact: true, includeSearch: false }}>
          {t("ministry.home")}
        </Link>
        <Link to="/ministry/how-offices-do" search={{}} activeOptions={{ includeSearch: false }}>
          {t("ministry.how-offices-do")}
        </Link>
        <Link to="/ministry/closures">{t("ministry.closures")}</Link>
        <Link to="/ministry/holidays" activeOptions={{ includeSearch: false }}>
          {t("ministry.holidays")}
        </Link>
        <Link to="/ministry/services">{t("ministry.services")}</Link>
        <Link to="/ministry/translations" activeOptions={{ includeSearch: false }}>
          {t("ministry.translations")}
        </Link>
        <Link to="/ministry/letters">{t("ministry.letters")}</Link>
        <Link to="/ministry/retention">{t("ministry.retention")}</Link>
        <Link to="/ministry/public-booking">{t("ministry.public-booking")}</Link>
        <Link to="/ministry/partners">{t("ministry.partners")}</Link>
        <Link to="/ministry/questions">{t("ministry.questions")}</Link>
        <Link to="/ministry/history" activeOptions={{ includeSearch: false }}>
          {t("ministry.history")}
        </Link>
      </nav>
      <SweepsUnderWay />
      {children}
    </div>
  );
}
