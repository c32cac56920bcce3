import { type ReactNode, Suspense } from "react";
import { RESULTS_ID } from "../focus-people.ts";
import { usePersonSearch } from "./person-search.tsx";
import { LazySearchResults } from "./results-code.ts";
import "./search-over-page.css";

/** The results stand in place of the page, which stays as it is beneath them: half-written forms, scrolling, all. */
export function SearchOverPage({ children }: { children: ReactNode }) {
  const { isOpen } = usePersonSearch();
  return (
    <>
      <div className="page" hidden={isOpen}>
        {children}
      </div>
      {isOpen && (
        <div className="page" id={RESULTS_ID}>
          <Suspense>
            <LazySearchResults />
          </Suspense>
        </div>
      )}
    </>
  );
}
