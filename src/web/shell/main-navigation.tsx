import { Link, useMatchRoute, useNavigate, useParams } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { isDate } from "../../appointments/ui/day-search.ts";
import { HelpLink } from "../../help/ui/help-link.tsx";
import { likelyToday } from "../../kit/dates.ts";
import { useMe } from "../../kit/me.ts";
import { useShortcuts } from "../../kit/shortcuts.ts";
import { useShownOffice } from "../../kit/shown-office.ts";
import { useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Dialog } from "../../kit/ui/dialog.tsx";
import { Icon } from "../../kit/ui/icon.tsx";
import { lazyPart } from "../../kit/ui/part.tsx";
import { MailsLink } from "../../mail/ui/mails-link.tsx";
import { OnboardingLink } from "../../onboarding/ui/onboarding-link.tsx";
import { CallsLink } from "../../proposals/ui/calls/calls-link.tsx";
import { WorkListLink } from "../../proposals/ui/work-list/work-list-link.tsx";
import { LiveLine } from "./live-line.tsx";

const ShortcutsHelp = lazyPart(() => import("./shortcuts-help.tsx"), "ShortcutsHelp");

/** Only what works is listed. */
export function MainNavigation() {
  const t = useText();
  const office = useShownOffice();
  const { offices, employee } = useMe();
  const isDayPage = useMatchRoute()({ to: "/offices/$office/days/$date", fuzzy: true }) !== false;
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  useShortcuts({ "?": () => setIsHelpOpen(true) });
  return (
    <div className="navigation">
      <nav aria-label={t("shell.navigation")}>
        <ul>
          {offices.length > 0 && (
            <li>
              <Link to="/" activeOptions={{ exact: true }} aria-current={isDayPage ? "page" : undefined}>
                {t("shell.appointments")}
              </Link>
            </li>
          )}
          <RoomLinks />
          {office && <CallsLink office={office.code} />}
          {office && <MailsLink office={office.code} />}
          {office?.roles.includes("administrator") && <WorkListLink office={office.code} />}
          {office && (
            <>
              <li>
                <Link to="/offices/$office/queues" params={{ office: office.code }}>
                  {t("shell.queues")}
                </Link>
              </li>
              {office.roles.includes("administrator") && (
                <li>
                  <Link to="/offices/$office/how-it-went" params={{ office: office.code }}>
                    {t("shell.howItWent")}
                  </Link>
                </li>
              )}
              <li>
                <Link
                  to="/offices/$office/settings"
                  params={{ office: office.code }}
                  search={{}}
                  activeOptions={{ includeSearch: false }}
                >
                  {t("shell.office")}
                </Link>
              </li>
            </>
          )}
          {employee.ministry && (
            <li>
              <Link to="/ministry" search={{}} activeOptions={{ includeSearch: false }}>
                {t("shell.ministry")}
              </Link>
            </li>
          )}
        </ul>
      </nav>
      <div className="navigation__side">
        <LiveLine />
        {office?.roles.includes("administrator") && <OnboardingLink office={office.code} />}
        <Button
          look="link"
          title={t("shell.shortcuts")}
          aria-label={t("shell.shortcuts")}
          onClick={() => setIsHelpOpen(true)}
        >
          <Icon name="keyboard" />
          <span className="navigation__words">{t("shell.shortcutsShort")}</span>
        </Button>
        <HelpLink />
      </div>
      {isHelpOpen && (
        <Dialog title={t("shell.shortcuts")} onClose={() => setIsHelpOpen(false)}>
          <Suspense fallback={<p role="status">{t("shell.loading")}</p>}>
            <ShortcutsHelp />
          </Suspense>
          <div className="group">
            <Button onClick={() => setIsHelpOpen(false)} data-autofocus>
              {t("shell.shortcutsDone")}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

/** Links to free room: the weeks of an office, and all offices of an employee who has several. */
function RoomLinks() {
  const t = useText();
  const navigate = useNavigate();
  const { offices } = useMe();
  const office = (useShownOffice() ?? offices[0])?.code;
  const { date } = useParams({ strict: false });
  const day = date && isDate(date) ? date : likelyToday();
  const isOn = useMatchRoute();
  const currentOn = (to: "/days/$date" | "/offices/$office/weeks/$week") =>
    ({ "aria-current": isOn({ to }) ? "page" : undefined }) as const;
  useShortcuts({
    ...(office && {
      KeyW: () => void navigate({ to: "/offices/$office/weeks/$week", params: { office, week: day }, search: {} }),
    }),
  });
  return (
    <>
      {office && (
        <li>
          <Link
            to="/offices/$office/weeks/$week"
            params={{ office, week: day }}
            search={{}}
            aria-keyshortcuts="w"
            {...currentOn("/offices/$office/weeks/$week")}
          >
            {t("shell.weeks")}
          </Link>
        </li>
      )}
      {offices.length > 1 && (
        <li>
          <Link to="/days/$date" params={{ date: day }} search={{}} {...currentOn("/days/$date")}>
            {t("shell.allOffices")}
          </Link>
        </li>
      )}
    </>
  );
}
