import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useShortcuts } from "../shortcuts.ts";
import { useText } from "../text.tsx";
import { Icon } from "../ui/icon.tsx";
import { LiveLine } from "./live-line.tsx";

const ShortcutsHelp = lazy(async () => ({ default: (await import("./shortcuts-help.tsx")).ShortcutsHelp }));

/** Only what works is listed. */
export function MainNavigation() {
  const t = useText();
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  useShortcuts({ "?": () => setIsHelpOpen(true) });
  return (
    <div className="nav">
      <nav aria-label={t("shell.navigation")}>
        <ul>
          <li>
            <Link to="/" aria-current="page">
              {t("shell.appointments")}
            </Link>
          </li>
        </ul>
      </nav>
      <div className="nav__side">
        <LiveLine />
        <button type="button" className="link" onClick={() => setIsHelpOpen(true)}>
          <Icon name="keyboard" />
          {t("shell.shortcuts")}
        </button>
      </div>
      {isHelpOpen && (
        <Suspense>
          <ShortcutsHelp onClose={() => setIsHelpOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
