import { type ComponentProps, Suspense, useEffect } from "react";
import { lazyPart } from "../../../kit/ui/part.tsx";
import type { InVainForm } from "./in-vain-form.tsx";

const Form = lazyPart(() => import("./in-vain-form.tsx"), "InVainForm");

/** The form books as well, and with all that this takes it comes after the day. */
export function LazyInVainForm(props: ComponentProps<typeof InVainForm>) {
  return (
    <Suspense fallback={null}>
      <Form {...props} />
    </Suspense>
  );
}

/** Fetches it beforehand, so that it opens at once, also without a network. */
export function useInVainForm(): void {
  useEffect(() => void Form.preload(), []);
}
