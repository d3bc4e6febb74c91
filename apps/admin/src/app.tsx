import { Route, Router } from "@solidjs/router";
import { QueryClient, QueryClientProvider } from "@tanstack/solid-query";
import { type JSX, lazy } from "solid-js";
import { ProblemError } from "./api/problem.ts";
import { HomePage } from "./pages/home/home-page.tsx";
import { NotFoundPage } from "./pages/not-found/not-found-page.tsx";
import { Shell } from "./shell/shell.tsx";
import { WordsProvider } from "./words/words.tsx";

const PoliciesPage = lazy(async () => ({
  default: (await import("./pages/policies/policies-page.tsx")).PoliciesPage,
}));
const PolicyPage = lazy(async () => ({
  default: (await import("./pages/policy/policy-page.tsx")).PolicyPage,
}));
const DraftPage = lazy(async () => ({
  default: (await import("./pages/draft/draft-page.tsx")).DraftPage,
}));
const ComparePage = lazy(async () => ({
  default: (await import("./pages/compare/compare-page.tsx")).ComparePage,
}));
const ReviewPage = lazy(async () => ({
  default: (await import("./pages/review/review-page.tsx")).ReviewPage,
}));

const MOST_RETRIES = 2;

/** The application: every view of it is an address. */
export function App(): JSX.Element {
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // What the service refuses it refuses again.
        retry: (failures, error) => !(error instanceof ProblemError) && failures < MOST_RETRIES,
      },
    },
  });
  return (
    <WordsProvider>
      <QueryClientProvider client={queries}>
        <Router root={Shell}>
          <Route path="/" component={HomePage} />
          <Route path="/policies" component={PoliciesPage} />
          <Route path="/policies/:id" component={PolicyPage} />
          <Route path="/policies/:id/compare" component={ComparePage} />
          <Route path="/policies/:id/draft/:draft" component={DraftPage} />
          <Route path="/reviews/:draft" component={ReviewPage} />
          <Route path="*" component={NotFoundPage} />
        </Router>
      </QueryClientProvider>
    </WordsProvider>
  );
}
