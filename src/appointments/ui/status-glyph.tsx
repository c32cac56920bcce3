import type { ReactNode } from "react";
import type { Status } from "../statuses.ts";
import "./status-glyph.css";

/** Each status has its own shape, so that it is told apart without colour, on paper too. */
const SHAPES: Readonly<Record<Status, ReactNode>> = {
  held: <circle cx="10" cy="10" r="6" strokeDasharray="2.600 2.200" />,
  booked: <circle cx="10" cy="10" r="6" />,
  arrived: (
    <>
      <circle cx="10" cy="10" r="6" />
      <circle cx="10" cy="10" r="2.600" fill="currentColor" stroke="none" />
    </>
  ),
  "in-service": <path d="M6.500 4.500v11l9-5.500Z" fill="currentColor" />,
  served: (
    <>
      <circle cx="10" cy="10" r="7" fill="currentColor" />
      <path d="m6.700 10.300 2.300 2.300 4.300-4.800" className="status-glyph__tick" />
    </>
  ),
  "no-show": (
    <>
      <circle cx="10" cy="10" r="6.500" strokeDasharray="2.600 2.200" />
      <path d="m7.500 7.500 5 5M12.500 7.500l-5 5" />
    </>
  ),
  left: (
    <>
      <path d="M10.500 3.500H4.500v13h6" />
      <path d="M8.500 10h8m-3-3 3 3-3 3" />
    </>
  ),
  cancelled: (
    <>
      <circle cx="10" cy="10" r="6.500" />
      <path d="M5.500 14.500l9-9" />
    </>
  ),
  expired: null,
};

export const StatusGlyph = ({ status }: { status: Status }) => (
  <svg className={`icon status-glyph status-glyph--${status}`} viewBox="0 0 20 20" aria-hidden="true">
    {SHAPES[status]}
  </svg>
);
