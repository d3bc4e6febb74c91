/** English: shell. */
export const SHELL = {
  product: "Evenhand",
  language: { label: "Language", zh: "中文", en: "English" },
  rail: {
    label: "Main",
    home: "Home",
    policies: "Policies",
    skip: "Skip to the content",
  },
  user: { menu: "Signed in as {{ name }}", signOut: "Sign out" },
  asOf: { label: "As of", today: "Today" },
  notFound: {
    title: "There is no such page",
    text: "The address leads nowhere. It may have been mistyped or be of another version of the application.",
    home: "Go to the home page",
  },
  trouble: {
    noConnection: "The service cannot be reached.",
    noConnectionHelp: "Check the connection, then try again. Nothing that was saved is lost.",
    unexpected: "Something went wrong.",
    retry: "Try again",
    request: "Request {{ id }}",
  },
  loading: "Loading",
  signIn: {
    title: "Sign in",
    intro: "Rules decide, people answer for them.",
    email: "E-mail address",
    password: "Password",
    submit: "Sign in",
    busy: "Signing in",
    code: "Code from your authenticator app",
    codeHint: "Six digits. A backup code works as well.",
    verify: "Confirm",
    back: "Sign in as somebody else",
    firstStart:
      "First time here? The administrator’s link stands in first-start.txt in the data folder of the service.",
  },
} as const;
