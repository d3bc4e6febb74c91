/**
 * Everything that an audit event can tell of, with the kind of object that it is about. Events stay for good, so that what
 * was once told is never taken out of here; whatever is new needs words in both languages before it can be told.
 */
export const AUDITED = {
  "appeal.decided": "appeal",
  "appeal.filed": "appeal",
  "calendar.taken-in": "calendar",
  "case.stored": "case",
  "cases.imported": "import",
  "decision.recorded": "decision",
  "decision.unmasked": "decision",
  "deduction.waived": "decision",
  "draft.approved": "draft",
  "draft.commented": "draft",
  "draft.comments-resolved": "draft",
  "draft.created": "draft",
  "draft.reopened": "draft",
  "draft.returned": "draft",
  "draft.simulated": "draft",
  "draft.submitted": "draft",
  "draft.withdrawn": "draft",
  "guard.taken-in": "guard",
  "import.ended": "import",
  "import.started": "import",
  "key.created": "key",
  "key.revoked": "key",
  "key.rotated": "key",
  "payroll.closed": "payroll-month",
  "payroll.restated": "person",
  "person.erased": "person",
  "person.left": "person",
  "policy.published": "policy-version",
  "policy.withdrawn": "policy-version",
  "sample.loaded": "sample",
  "sample.removed": "sample",
  "settings.changed": "settings",
  "simulation.ended": "simulation",
  "user.backup-codes-made": "user",
  "user.changed": "user",
  "user.created": "user",
  "user.invited": "user",
  "user.linked": "user",
  "user.password-changed": "user",
  "user.password-set": "user",
  "user.second-factor-off": "user",
  "user.second-factor-on": "user",
} as const;

/** `<kind of object or matter>.<what was done>`. */
export type AuditAction = keyof typeof AUDITED;

/** The kinds of objects that audit events are about. */
export type AuditedKind = (typeof AUDITED)[AuditAction];

/** All of them. */
export const AUDIT_ACTIONS: readonly AuditAction[] = Object.keys(AUDITED).filter(isAuditAction);

/** Whether an action is one that events tell of. */
export function isAuditAction(text: string): text is AuditAction {
  return Object.hasOwn(AUDITED, text);
}
