import { lazyPart } from "../../../kit/ui/part.tsx";

/** The code of the results comes when there is something to show, or a while before. */
export const LazySearchResults = lazyPart(() => import("../results/search-results.tsx"), "SearchResults");
