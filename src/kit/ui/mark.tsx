/** The mark: an arch with a visitor. Our own drawing, no emblem of the state. */
export const Mark = () => (
  <svg viewBox="0 0 26 26" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round">
    <path d="M5 22.500V11a8 8 0 0 1 16 0v11.500M1.500 22.500h23" />
    <circle cx="13" cy="11.800" r="3" fill="#fd0" stroke="none" />
    <path d="M9 22.500v-1.700a4 4 0 0 1 8 0v1.700" strokeWidth="2" />
  </svg>
);
