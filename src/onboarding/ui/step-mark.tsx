/** A filled disc for what is done, an empty one for what is pending; the words beside it say the same. */
export const StepMark = ({ isDone }: { isDone: boolean }) => (
  <svg className={isDone ? "icon step-mark step-mark--done" : "icon step-mark"} viewBox="0 0 20 20" aria-hidden="true">
    <circle cx="10" cy="10" r="6.5" />
    {isDone && <path d="m6.7 10.3 2.3 2.3 4.3-4.8" />}
  </svg>
);
