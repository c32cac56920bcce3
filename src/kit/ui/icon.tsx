import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/** Our own drawings on a 20×20 grid. They accompany words and are never read aloud. */
const DRAWINGS = {
  plus: <path d="M10 4v12M4 10h12" />,
  close: <path d="m5.5 5.5 9 9M14.5 5.5l-9 9" />,
  check: <path d="m4.5 10.5 3.7 3.7 7.3-8" />,
  previous: <path d="m12 5-5 5 5 5" />,
  next: <path d="m8 5 5 5-5 5" />,
  down: <path d="m5.5 8 4.5 4.5L14.5 8" />,
  up: <path d="m5.5 12 4.5-4.5 4.5 4.5" />,
  sort: <path d="m6.5 8 3.5-3.5L13.5 8M6.5 12l3.5 3.5 3.5-3.5" />,
  columns: <path d="M3.500 4h13v12h-13zM8 4v12M12.300 4v12" />,
  rows: <path d="M3.500 5.500h13M3.500 10h13M3.500 14.500h13" />,
  more: <path d="M4.500 10h.01M10 10h.01M15.500 10h.01" strokeWidth="2.600" />,
  play: <path d="M6.5 4.5v11l9-5.5Z" fill="currentColor" />,
  calendar: (
    <>
      <rect x="3" y="4.5" width="14" height="12.5" rx="1.5" />
      <path d="M3 8.5h14M7 2.5v3M13 2.5v3" />
    </>
  ),
  clock: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 6v4l2.700 1.800" />
    </>
  ),
  lock: (
    <>
      <rect x="4.500" y="9" width="11" height="8" rx="1.500" />
      <path d="M7 9V6.500a3 3 0 0 1 6 0V9" />
    </>
  ),
  keyboard: (
    <>
      <rect x="2" y="5" width="16" height="10.5" rx="1.5" />
      <path d="M5 8.5h.01M8 8.5h.01M11 8.5h.01M14.5 8.5h.01M6.5 12.500h7" />
    </>
  ),
  "sign-out": (
    <path d="M8 3.500H5C4.200 3.500 3.500 4.200 3.500 5v10c0 .8.7 1.500 1.500 1.500h3M12.500 6.500 16 10l-3.500 3.500M16 10H8" />
  ),
  eye: (
    <>
      <path d="M2 10s3-5.500 8-5.500S18 10 18 10s-3 5.500-8 5.500S2 10 2 10Z" />
      <circle cx="10" cy="10" r="2.300" />
    </>
  ),
  "eye-off": (
    <path d="M4 4l12 12M8 4.800c.6-.2 1.300-.3 2-.3 5 0 8 5.500 8 5.500a14 14 0 0 1-2.200 2.800M5.400 6.300A14 14 0 0 0 2 10s3 5.500 8 5.500c1.200 0 2.300-.3 3.300-.8" />
  ),
  phone: (
    <path d="M6.2 3H4.4C3.6 3 3 3.6 3 4.4 3.3 11.2 8.8 16.7 15.6 17c.8 0 1.4-.6 1.4-1.4v-1.9c0-.6-.4-1.1-1-1.3l-2-.5c-.5-.1-1 .1-1.3.5l-.5.7a9.6 9.6 0 0 1-5.3-5.3l.7-.5c.4-.3.6-.8.5-1.3l-.5-2c-.2-.6-.7-1-1.3-1Z" />
  ),
  mail: (
    <>
      <rect x="2.500" y="4.500" width="15" height="11" rx="1.500" />
      <path d="m3 6 7 5 7-5" />
    </>
  ),
  "mail-lost": (
    <>
      <path d="M17.500 9V6c0-.8-.7-1.500-1.500-1.500H4c-.8 0-1.500.7-1.500 1.500v8c0 .8.7 1.500 1.500 1.500h6" />
      <path d="m3 6 7 5 7-5M13 12.500l4.500 4.500M17.500 12.500 13 17" />
    </>
  ),
  globe: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M3 10h14M10 3c-4.600 4.200-4.600 9.800 0 14M10 3c4.600 4.200 4.600 9.800 0 14" />
    </>
  ),
  hand: (
    <path d="M6.500 10.500V5.300a1.100 1.100 0 0 1 2.200 0V9M8.700 9V4a1.100 1.100 0 0 1 2.200 0v5M10.900 9V4.700a1.100 1.100 0 0 1 2.200 0V11M6.500 10.500l-1.300-1.400a1.200 1.200 0 0 0-1.800 1.500l2.900 4.600A4 4 0 0 0 9.700 17h.9a4 4 0 0 0 4-4V8a1.100 1.100 0 0 0-1.500-1" />
  ),
  wheelchair: (
    <>
      <path d="M8.500 3.600v.1" strokeWidth="2.600" />
      <path d="M8.500 6.500v5h4l2.500 5 1.800-.8M8.500 8.800h3.700" />
      <path d="M6.200 9.700a4 4 0 1 0 5.700 5" />
    </>
  ),
  building: (
    <path d="M4 17V4.500C4 3.700 4.700 3 5.500 3h6c.8 0 1.500.7 1.500 1.500V17M13 8h2c.8 0 1.500.7 1.500 1.500V17M2.500 17h15M7 6.500h3M7 9.500h3M7 12.500h3" />
  ),
  warning: <path d="M10 3.200 2.500 16.300h15ZM10 8v4M10 14.200v.1" />,
  info: (
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M10 9.300v4M10 6.600v.1" />
    </>
  ),
  speaker: (
    <path d="M3 8v4h2.800L10 15.500v-11L5.800 8ZM13 7.500a3.500 3.500 0 0 1 0 5M15.300 5.300a6.600 6.600 0 0 1 0 9.400" />
  ),
  history: <path d="M3.500 10a6.500 6.500 0 1 0 2-4.700L3.500 7.200M3.500 3.500v3.700h3.700M10 6.500V10l2.500 1.500" />,
  edit: <path d="M4 13.500V16h2.500L15.500 7 13 4.500ZM11.300 6.200l2.500 2.500" />,
  search: (
    <>
      <circle cx="9" cy="9" r="5.5" />
      <path d="m13.2 13.2 4 4" />
    </>
  ),
  print: <path d="M6 7.500V3.500h8v4M6 14H3.500V7.500h13V14H14M6 11.500h8v5H6ZM13.500 9.500h.01" />,
  person: <path d="M10 9.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM4 17c.3-3.300 2.700-5 6-5s5.700 1.700 6 5" />,
  move: <path d="M3 10h13M11.500 5.500 16 10l-4.500 4.500" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof DRAWINGS;

export const Icon = ({ name, className }: { name: IconName; className?: string }) => (
  <svg className={classes("icon", className)} viewBox="0 0 20 20" aria-hidden="true">
    {DRAWINGS[name]}
  </svg>
);
