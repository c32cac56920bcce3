import { Link, type LinkProps, useNavigate } from "@tanstack/react-router";
import type { ReactNode, Ref } from "react";
import type { Alternative } from "../../appointments/contract.ts";

interface NewAtProps {
  readonly office: string;
  readonly place: Alternative;
  readonly service?: string;
  /** For whoever stands at the counter: the running slot is theirs alone */
  readonly isHere?: boolean;
  readonly className: string;
  /** For who can't see where it stands; the words shown are part of it */
  readonly label?: string;
  readonly shortcut?: string;
  readonly ref?: Ref<HTMLAnchorElement>;
  readonly children: ReactNode;
}

/** Opens the form of a new appointment on a free place. */
export function NewAt({ office, place, service, isHere, className, label, shortcut, ref, children }: NewAtProps) {
  return (
    <Link
      {...formOn(office, place, service, isHere ? "walk-in" : "new")}
      className={className}
      aria-label={label}
      aria-keyshortcuts={shortcut}
      ref={ref}
    >
      {children}
    </Link>
  );
}

/** The same by a key. */
export function useNewAt() {
  const navigate = useNavigate();
  return (office: string, place: Alternative, service?: string) => void navigate(formOn(office, place, service));
}

const formOn = (
  office: string,
  { date, time, queue }: Alternative,
  service?: string,
  panel: "new" | "walk-in" = "new",
) =>
  ({
    to: "/offices/$office/days/$date",
    params: { office, date },
    search: { panel, time, queue, ...(service && { service }) },
  }) satisfies LinkProps;
