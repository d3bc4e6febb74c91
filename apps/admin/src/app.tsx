import type { Permission } from "@evenhand/domain";
import { Route, Router } from "@solidjs/router";
import { QueryClient, QueryClientProvider } from "@tanstack/solid-query";
import { type Component, type JSX, lazy } from "solid-js";
import { ProblemError } from "./api/problem.ts";
import { HomePage } from "./pages/home/home-page.tsx";
import { NotFoundPage } from "./pages/not-found/not-found-page.tsx";
import { SettingsRoutes } from "./pages/settings/settings-routes.tsx";
import { SignOutPage } from "./pages/sign-out/sign-out-page.tsx";
import { Needs } from "./parts/needs.tsx";
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
const ChecksPage = lazy(async () => ({
  default: (await import("./pages/checks/checks-page.tsx")).ChecksPage,
}));
const ReviewPage = lazy(async () => ({
  default: (await import("./pages/review/review-page.tsx")).ReviewPage,
}));

const ReviewsPage = lazy(async () => ({
  default: (await import("./pages/reviews/reviews-page.tsx")).ReviewsPage,
}));

const NewImportPage = lazy(async () => ({
  default: (await import("./pages/imports/new-import-page.tsx")).NewImportPage,
}));
const ImportPage = lazy(async () => ({
  default: (await import("./pages/imports/import-page.tsx")).ImportPage,
}));

const DecisionsPage = lazy(async () => ({
  default: (await import("./pages/decisions/decisions-page.tsx")).DecisionsPage,
}));
const DecisionPage = lazy(async () => ({
  default: (await import("./pages/decision/decision-page.tsx")).DecisionPage,
}));
const ReplaysPage = lazy(async () => ({
  default: (await import("./pages/replays/replays-page.tsx")).ReplaysPage,
}));
const ReplayPage = lazy(async () => ({
  default: (await import("./pages/replays/replay-page.tsx")).ReplayPage,
}));

const FairnessPage = lazy(async () => ({
  default: (await import("./pages/fairness/fairness-page.tsx")).FairnessPage,
}));
const FairnessCasesPage = lazy(async () => ({
  default: (await import("./pages/fairness/cases/cases-page.tsx")).FairnessCasesPage,
}));
const SimulationPage = lazy(async () => ({
  default: (await import("./pages/simulation/simulation-page.tsx")).SimulationPage,
}));
const ChangedCasePage = lazy(async () => ({
  default: (await import("./pages/simulation/changed-case-page.tsx")).ChangedCasePage,
}));
const SimulationsPage = lazy(async () => ({
  default: (await import("./pages/simulations/simulations-page.tsx")).SimulationsPage,
}));
const NewSimulationPage = lazy(async () => ({
  default: (await import("./pages/simulations/new-simulation-page.tsx")).NewSimulationPage,
}));

const PolicyFilePage = lazy(async () => ({
  default: (await import("./pages/imports/policy-file-page.tsx")).PolicyFilePage,
}));

const AuditPage = lazy(async () => ({
  default: (await import("./pages/audit/audit-page.tsx")).AuditPage,
}));

/** A page for whoever has a permission; others are told who has it. */
function needing(permission: Permission, Page: Component, { own = false } = {}): Component {
  return () => (
    <Needs permission={permission} own={own}>
      <Page />
    </Needs>
  );
}

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
          <Route path="/policies" component={needing("policies:read", PoliciesPage)} />
          <Route path="/policies/:id" component={needing("policies:read", PolicyPage)} />
          <Route path="/policies/:id/compare" component={needing("policies:read", ComparePage)} />
          <Route path="/policies/:id/draft/:draft" component={needing("drafts:read", DraftPage)} />
          <Route path="/policies/:id/checks" component={needing("drafts:read", ChecksPage)} />
          <Route path="/reviews" component={needing("drafts:read", ReviewsPage)} />
          <Route path="/reviews/:draft" component={needing("drafts:read", ReviewPage)} />
          <Route path="/simulations/:id" component={needing("drafts:read", SimulationPage)} />
          <Route path="/simulations/:id/cases/:case" component={needing("drafts:read", ChangedCasePage)} />
          <Route path="/decisions" component={needing("decisions:read", DecisionsPage, { own: true })} />
          <Route path="/decisions/:id" component={needing("decisions:read", DecisionPage, { own: true })} />
          <Route path="/replays" component={needing("evidence:replay", ReplaysPage)} />
          <Route path="/replays/:id" component={needing("evidence:replay", ReplayPage)} />
          <Route path="/fairness" component={needing("decisions:read", FairnessPage)} />
          <Route path="/fairness/:id/cases" component={needing("decisions:read", FairnessCasesPage)} />
          <Route path="/simulations" component={needing("drafts:read", SimulationsPage)} />
          <Route path="/simulations/new" component={needing("drafts:read", NewSimulationPage)} />
          <Route path="/audit" component={needing("audit:read", AuditPage)} />
          <Route path="/sign-out" component={SignOutPage} />
          <SettingsRoutes />
          <Route path="/imports/new" component={NewImportPage} />
          <Route path="/imports/policy" component={PolicyFilePage} />
          <Route path="/imports/:id" component={needing("cases:write", ImportPage)} />
          <Route path="*" component={NotFoundPage} />
        </Router>
      </QueryClientProvider>
    </WordsProvider>
  );
}
