import { Route } from "@solidjs/router";
import { type JSX, lazy } from "solid-js";

const SettingsPage = lazy(async () => ({
  default: (await import("./settings-page.tsx")).SettingsPage,
}));
const FirstSection = lazy(async () => ({
  default: (await import("./first-section.tsx")).FirstSection,
}));
const PeoplePage = lazy(async () => ({
  default: (await import("./people/people-page.tsx")).PeoplePage,
}));
const KeysPage = lazy(async () => ({
  default: (await import("./keys/keys-page.tsx")).KeysPage,
}));
const TryPage = lazy(async () => ({
  default: (await import("./try/try-page.tsx")).TryPage,
}));
const CalendarsPage = lazy(async () => ({
  default: (await import("./calendars/calendars-page.tsx")).CalendarsPage,
}));
const GuardsPage = lazy(async () => ({
  default: (await import("./guards/guards-page.tsx")).GuardsPage,
}));
const VocabularyPage = lazy(async () => ({
  default: (await import("./vocabulary/vocabulary-page.tsx")).VocabularyPage,
}));
const ServicePage = lazy(async () => ({
  default: (await import("./service/service-page.tsx")).ServicePage,
}));

/** The addresses below `/settings`, each part of them loaded when it is gone to. */
export function SettingsRoutes(): JSX.Element {
  return (
    <Route path="/settings" component={SettingsPage}>
      <Route path="/" component={FirstSection} />
      <Route path="/people" component={PeoplePage} />
      <Route path="/keys" component={KeysPage} />
      <Route path="/try" component={TryPage} />
      <Route path="/calendars" component={CalendarsPage} />
      <Route path="/guards" component={GuardsPage} />
      <Route path="/vocabulary" component={VocabularyPage} />
      <Route path="/service" component={ServicePage} />
    </Route>
  );
}
