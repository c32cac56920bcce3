import { type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import type { Me } from "../../identity/contract.ts";
import { forgetAllTyping } from "../../kit/form/keeper.ts";
import { MeProvider, meQuery } from "../../kit/me.ts";
import { haveSession } from "../../kit/no-session.ts";
import { isSignedOut } from "../../kit/query-client.ts";
import { useText } from "../../kit/text.tsx";
import { classes } from "../../kit/ui/classes.ts";
import { LoadFailed } from "../../kit/ui/load-failed.tsx";
import { PlainFrame } from "../../kit/ui/plain-frame.tsx";
import { PersonSearchProvider } from "../../search/ui/box/person-search.tsx";
import { SearchOverPage } from "../../search/ui/box/search-over-page.tsx";
import { SignInPage } from "../pages/sign-in-page.tsx";
import { onSignedIn } from "../session-channel.ts";
import { ConnectionBanner } from "./connection-banner.tsx";
import { Covering } from "./covering.tsx";
import { millisecondsLeft } from "./end-of-session.ts";
import { MainNavigation } from "./main-navigation.tsx";
import { PastDayBanner } from "./past-day-banner.tsx";
import { SessionBanner } from "./session-banner.tsx";
import { SessionOver } from "./session-over.tsx";
import { TopBar } from "./top-bar.tsx";
import { usePageHeading } from "./use-page-heading.ts";
import { usePhoneMenu } from "./use-phone-menu.ts";

/** The frame of every page that needs somebody signed in. Once shown, the page stays whatever happens to the session. */
export function StaffLayout() {
  const t = useText();
  const me = useQuery(meQuery);
  useSignInElsewhere(me.data);
  const isOver = useEndOfSession(me);
  if (me.data) return <Frame me={me.data} isOver={isOver} />;
  if (isSignedOut(me.error)) return <SignInPage />;
  return (
    <PlainFrame title={t("shell.appointments")}>
      {me.error ? (
        <LoadFailed error={me.error} level={1} onRetry={() => me.refetch()} />
      ) : (
        <p role="status">{t("shell.loading")}</p>
      )}
    </PlainFrame>
  );
}

function Frame({ me, isOver }: { me: Me; isOver: boolean }) {
  const t = useText();
  const menu = usePhoneMenu();
  usePageHeading();
  return (
    <MeProvider value={me}>
      <Covering cover={isOver ? <SessionOver /> : null}>
        <PersonSearchProvider>
          <div className={classes("shell", menu.isOpen && "shell--menu")} onKeyDown={menu.onKeyDown}>
            <a className="skip" href="#main">
              {t("shell.skip")}
            </a>
            <header className="frame-head">
              {me.trial && <p className="trial">{t("shell.trial")}</p>}
              <TopBar isMenuOpen={menu.isOpen} onMenu={menu.toggle} />
              <MainNavigation />
              <div className="banners">
                <SessionBanner />
                <ConnectionBanner />
                <PastDayBanner />
              </div>
            </header>
            <main className="main" id="main" tabIndex={-1}>
              <SearchOverPage>
                <Outlet />
              </SearchOverPage>
            </main>
          </div>
        </PersonSearchProvider>
      </Covering>
    </MeProvider>
  );
}

/** It is over when the server says so, or when by its clock it must be and the server says nothing. */
function useEndOfSession({ data, error, dataUpdatedAt, refetch }: UseQueryResult<Me>): boolean {
  const left = data ? millisecondsLeft(data.session) : null;
  useEffect(() => {
    if (left === null) return;
    const timer = setTimeout(refetch, dataUpdatedAt + left - Date.now());
    return () => clearTimeout(timer);
  }, [left, dataUpdatedAt, refetch]);
  return isSignedOut(error) || (error !== null && left !== null && Date.now() - dataUpdatedAt >= left);
}

/** After a new sign-in the page goes on as it was; but never with what another employee had on the screen. */
function useSignInElsewhere(me: Me | undefined): void {
  const queryClient = useQueryClient();
  const employee = me?.employee.id;
  const previous = useRef(employee);
  useEffect(() => {
    const goOn = () => {
      haveSession();
      void queryClient.invalidateQueries();
    };
    return onSignedIn(goOn);
  }, [queryClient]);
  useEffect(() => {
    if (previous.current !== undefined && previous.current !== employee) {
      forgetAllTyping();
      location.assign("/");
    }
    previous.current = employee;
  }, [employee]);
}
