/**
 * Who may use which address: written by hand from what each role and scope is for, and not from the code. Roles and
 * scopes are named; `everybody` needs nothing, `people` is whoever signed in, `known` is people and keys.
 *
 * An address that is not in here fails the test that walks the router: whoever adds one says here who may use it.
 */
export const WHO_MAY: Readonly<Record<string, string>> = {
  // The service itself.
  "GET /": "everybody",
  "GET /app/:file": "everybody",
  "GET /favicon.svg": "everybody",
  "GET /docs": "everybody",
  "GET /docs/:file": "everybody",
  "GET /healthz": "everybody",
  "GET /readyz": "everybody",
  "GET /openapi.json": "everybody",
  "GET /v1/problems": "everybody",
  "GET /problems/:code": "everybody",
  "GET /v1/schemas/policy.json": "everybody",
  "GET /assets/notice.css": "everybody",
  "GET /assets/fonts/noto-sans-sc/:file": "everybody",
  "GET /assets/:version/notice.css": "everybody",
  "GET /assets/:version/fonts/noto-sans-sc/:file": "everybody",

  // Signing in.
  "POST /api/auth/sign-in/email": "everybody",
  "POST /api/auth/sign-in/social": "everybody",
  "GET /api/auth/callback/oidc": "everybody",
  "POST /api/auth/sign-out": "everybody",
  "POST /api/auth/two-factor/verify-totp": "everybody",
  "POST /api/auth/two-factor/verify-backup-code": "everybody",
  "POST /api/auth/two-factor/enable": "people",
  "POST /api/auth/two-factor/disable": "people",
  "POST /api/auth/two-factor/generate-backup-codes": "people",
  "POST /api/auth/change-password": "people",
  "GET /v1/me": "known",
  "GET /welcome/:token": "everybody",
  "POST /welcome/:token": "everybody",
  "GET /welcome/sign-in-failed": "everybody",

  // Accounts, keys, settings and who did what.
  "GET /v1/users": "admin",
  "POST /v1/users": "admin",
  "PATCH /v1/users/:id": "admin",
  "POST /v1/users/:id/invitation": "admin",
  "GET /v1/keys": "admin",
  "POST /v1/keys": "admin",
  "POST /v1/keys/:id/rotate": "admin",
  "DELETE /v1/keys/:id": "admin",
  "PUT /v1/settings": "admin",
  "GET /v1/settings": "admin author approver handler auditor",
  "GET /v1/audit-events": "auditor",
  "GET /v1/audit-events/days": "auditor",

  // The policies in use, and what they say of a case.
  "POST /v1/policies/:id/evaluate": "author approver handler auditor evaluate decide",
  "GET /v1/calendars": "author approver handler auditor evaluate decide",
  "GET /v1/calendars/:id/versions": "author approver handler auditor evaluate decide",
  "POST /v1/calendars/:id/years": "approver",
  "GET /v1/guards": "author approver handler auditor evaluate decide",
  "GET /v1/policies": "author approver handler auditor evaluate decide",
  "GET /v1/policies/:id": "author approver handler auditor evaluate decide",
  "GET /v1/policies/:id/recent-cases": "author approver auditor",
  "GET /v1/policies/:id/versions/:version": "author approver handler auditor evaluate decide",
  "GET /v1/policies/:id/requirements": "author approver handler auditor evaluate decide",
  "GET /v1/policies/:id/versions/:version/requirements": "author approver handler auditor evaluate decide",
  "GET /v1/policies/:id/versions/:version/reading": "author approver handler auditor evaluate decide",
  "GET /v1/policies/:id/versions": "author approver handler auditor evaluate decide",
  "GET /v1/policies/:id/versions/:version/document": "author approver handler auditor evaluate decide",

  // Decisions and what comes of them. An employee sees what is decided about them, and may object.
  "POST /v1/decisions": "handler decide",
  "GET /v1/decisions": "handler auditor employee decisions:read",
  "GET /v1/decisions/:id": "handler auditor employee decisions:read",
  "GET /v1/decisions/:id/comparators": "handler auditor decisions:read",
  "POST /v1/decisions/:id/reverse": "handler",
  "POST /v1/decisions/:id/waivers": "handler",
  "POST /v1/decisions/:id/appeals": "handler employee",
  "GET /v1/appeals": "handler auditor employee decisions:read",
  "GET /v1/appeals/:id": "handler auditor employee decisions:read",
  "POST /v1/appeals/:id/decide": "handler",
  "POST /v1/appeals/:id/withdraw": "handler employee",
  "GET /v1/decisions/:id/notice": "handler auditor employee decisions:read",

  // Cases as they were, one by one and by the thousand.
  "POST /v1/cases": "handler cases:write",
  "GET /v1/cases": "handler auditor",
  "GET /v1/cases/:id": "handler auditor",
  "POST /v1/imports": "handler cases:write",
  "GET /v1/imports": "handler cases:write",
  "GET /v1/imports/:id": "handler cases:write",
  "GET /v1/imports/:id/findings": "handler cases:write",

  // The sample company, which whoever loads it may edit a draft of.
  "GET /v1/sample": "author approver handler auditor evaluate decide",
  "POST /v1/sample": "author",
  "DELETE /v1/sample": "author",

  // What shows that everything is as it was. A receipt holds all of a decision, what concerns others too.
  "GET /v1/decisions/:id/receipt": "handler auditor decisions:read",
  "GET /v1/audit-events/:id/receipt": "auditor",
  "GET /v1/log/checkpoint": "auditor",
  "GET /v1/log/bundle": "auditor",
  "GET /v1/log/key": "everybody",
  "GET /v1/log/verify.mjs": "everybody",
  "GET /v1/decisions/:id/replay": "auditor",
  "POST /v1/replays": "auditor",
  "GET /v1/replays": "auditor",
  "GET /v1/replays/:id": "auditor",
  "GET /v1/replays/:id/events": "auditor",
  "POST /v1/replays/:id/cancel": "auditor",

  // What a change would do to past cases, with people under pseudonyms: for those who write, review and audit rules.
  "POST /v1/simulations": "author approver auditor",
  "POST /v1/simulations/estimate": "author approver auditor",
  "GET /v1/simulations": "author approver auditor",
  "GET /v1/simulations/:id": "author approver auditor",
  "GET /v1/simulations/:id/events": "author approver auditor",
  "POST /v1/simulations/:id/cancel": "author approver auditor",
  "POST /v1/simulations/:id/pin": "author",
  "GET /v1/simulations/:id/changes": "author approver auditor",
  "GET /v1/simulations/:id/changes/:case": "author approver auditor",
  "GET /v1/simulations/:id/documents/:side": "author approver auditor",
  "GET /v1/simulations/:id/export": "author approver auditor",

  // What a policy would do in cases that are made up: for the same people.
  "POST /v1/checks": "author approver auditor",
  "GET /v1/checks": "author approver auditor",
  "GET /v1/checks/:id": "author approver auditor",
  "GET /v1/checks/:id/events": "author approver auditor",
  "POST /v1/checks/:id/cancel": "author approver auditor",
  "GET /v1/checks/:id/certificates/:number": "author approver auditor",
  "GET /v1/checks/:id/report": "author approver auditor",

  // How recorded decisions treated groups and like cases, for whoever may read decisions.
  "POST /v1/fairness": "handler auditor decisions:read",
  "GET /v1/fairness": "handler auditor decisions:read",
  "GET /v1/fairness/:id": "handler auditor decisions:read",
  "GET /v1/fairness/:id/events": "handler auditor decisions:read",
  "POST /v1/fairness/:id/cancel": "handler auditor decisions:read",
  "GET /v1/fairness/:id/cases": "handler auditor decisions:read",
  "GET /v1/fairness/:id/export": "handler auditor decisions:read",

  // Who people are: shown to whoever audits, and taken away by whoever keeps the accounts.
  "POST /v1/decisions/:id/unmask": "auditor",
  "POST /v1/people/:id/erase": "admin",

  // What is taken from whom.
  "GET /v1/payroll/:month": "handler auditor payroll:read payroll:write",
  "POST /v1/payroll/:month/close": "handler payroll:write",
  "POST /v1/payroll/:month/restatements": "handler payroll:write",
  "POST /v1/people/:id/leave": "handler",
  "GET /v1/people/:id/ledger": "handler auditor employee",
  "GET /v1/people/:id/statement": "handler auditor employee",

  // What other departments get.
  "GET /v1/exports/payroll": "handler auditor payroll:read payroll:write",
  "GET /v1/exports/announcement": "handler auditor",
  "GET /v1/exports/statistics": "handler auditor",

  // Drafts: an author writes, another person approves.
  "POST /v1/drafts": "author",
  "GET /v1/drafts": "author approver auditor",
  "GET /v1/drafts/:id": "author approver auditor",
  "PUT /v1/drafts/:id": "author",
  "POST /v1/drafts/:id/undo": "author",
  "POST /v1/drafts/:id/redo": "author",
  "POST /v1/drafts/:id/submit": "author",
  "POST /v1/drafts/:id/withdraw": "author",
  "POST /v1/drafts/:id/presence": "author approver auditor",
  "GET /v1/drafts/:id/history": "author approver auditor",
  "GET /v1/drafts/:id/diff": "author approver auditor",
  "GET /v1/drafts/:id/reading": "author approver auditor",
  "GET /v1/drafts/:id/examples": "author approver auditor",
  "GET /v1/drafts/:id/comments": "author approver auditor",
  "POST /v1/drafts/:id/comments": "author approver",
  "POST /v1/drafts/:id/comments/:thread/resolve": "author approver",
  "POST /v1/drafts/:id/reviews": "approver",
  "POST /v1/drafts/:id/publish": "approver",
  "POST /v1/policies/:id/versions/:version/withdraw": "approver",

  // Figures about the service itself.
  "GET /metrics": "admin auditor metrics:read",
};
