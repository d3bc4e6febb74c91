import { PERMISSIONS, ROLES, SCOPES } from "@evenhand/domain";
import { z } from "@hono/zod-openapi";

const instant = z.string().openapi({ format: "date-time", example: "2026-07-10T01:00:00.000Z" });

export const role = z.enum(ROLES).openapi("Role");
export const scope = z.enum(SCOPES).openapi("KeyScope", {
  description: "What a key may do. No key approves, publishes, departs from a proposal, unmasks or manages.",
});
const permission = z.enum(PERMISSIONS).openapi("Permission");

const email = z.string().max(254).openapi({ format: "email", example: "author@example.com" });
const personId = z.string().max(64).openapi({
  description: "The staff number of whoever the account is of; one person may have several accounts.",
  example: "E1001",
});

export const user = z
  .object({
    id: z.string(),
    email,
    name: z.string(),
    personId,
    roles: z.array(role),
    disabled: z.boolean(),
    canSignIn: z
      .boolean()
      .openapi({ description: "A password, or an account at the identity provider, is there." }),
    hasSecondFactor: z.boolean(),
    createdAt: instant,
    lastSignedInAt: instant
      .nullable()
      .openapi({ description: "When a session of it last began; null: nobody ever signed in with it." }),
  })
  .openapi("User");

export const userList = z.object({ users: z.array(user) }).openapi("UserList");

export const newUser = z
  .object({ email, name: z.string().max(100), personId, roles: z.array(role) })
  .openapi("NewUser");

export const userChange = z
  .object({
    name: z.string().max(100).optional(),
    roles: z.array(role).optional(),
    disabled: z.boolean().optional(),
    secondFactor: z
      .literal(false)
      .optional()
      .openapi({ description: "Takes off a second factor that its owner has lost." }),
  })
  .openapi("UserChange");

export const invitation = z
  .object({
    link: z.string().openapi({
      format: "uri",
      description:
        "The page on which the owner of the account sets name and password, once. Shown this once.",
    }),
    expiresAt: instant,
  })
  .openapi("Invitation");

export const createdUser = z.object({ user, invitation }).openapi("CreatedUser");
export const invited = z.object({ invitation }).openapi("Invited");

export const key = z
  .object({
    id: z.string(),
    name: z.string(),
    prefix: z.string().openapi({ description: "What the key begins with.", example: "evh_7m2k9qzd" }),
    scopes: z.array(scope),
    state: z.enum(["valid", "expired", "revoked"]),
    createdAt: instant,
    expiresAt: instant.nullable(),
    lastUsedAt: instant.nullable().openapi({ description: "To the minute." }),
    revokedAt: instant.nullable(),
    rotatedTo: z.string().nullable().openapi({ description: "The id of the key that takes its place." }),
  })
  .openapi("Key");

export const keyList = z.object({ keys: z.array(key) }).openapi("KeyList");

export const newKey = z
  .object({
    name: z.string().max(100),
    scopes: z.array(scope).min(1),
    expiresInDays: z.int().min(1).max(3650).default(365),
  })
  .openapi("NewKey");

export const createdKey = z
  .object({
    key,
    secret: z.string().openapi({
      description: "The whole key, for `Authorization: Bearer`. Shown this once and kept nowhere.",
      example: "evh_7m2k9qzd_…",
    }),
  })
  .openapi("CreatedKey");

export const rotation = z
  .object({
    overlapHours: z
      .int()
      .min(0)
      .max(720)
      .default(24)
      .openapi({ description: "For so long the old key goes on." }),
  })
  .openapi("Rotation");

export const rotatedKey = z
  .object({ key, secret: z.string(), replaced: key.openapi({ description: "The old key, as it is now." }) })
  .openapi("RotatedKey");

export const settings = z
  .object({
    requireSecondFactor: z.boolean().openapi({
      description: "Approving, publishing and unmasking ask for a second factor in the session.",
    }),
    twoApproversFromMinor: z.int().min(0).openapi({
      description: "From this amount on that a simulation moves, a version needs two approvers.",
      example: 10000000,
    }),
    announcementDay: z.int().min(1).max(28).openapi({
      description: "The day of the month by which the announcement of the month before is due.",
    }),
  })
  .openapi("Settings");

export const settingsChange = settings.partial().openapi("SettingsChange");

export const me = z
  .union([
    z
      .object({
        kind: z.literal("user"),
        id: z.string(),
        email,
        name: z.string(),
        personId,
        roles: z.array(role),
        permissions: z.array(permission),
        ownPermissions: z
          .array(permission)
          .openapi({ description: "What they may only do with what is their own." }),
        secondFactor: z.boolean().openapi({ description: "Given in this session." }),
        hasSecondFactor: z.boolean(),
      })
      .openapi("SignedInUser"),
    z
      .object({
        kind: z.literal("key"),
        id: z.string(),
        scopes: z.array(scope),
        permissions: z.array(permission),
      })
      .openapi("KeyInUse"),
  ])
  .openapi("Me");

export const auditPage = z
  .object({
    events: z.array(
      z
        .object({
          id: z.int(),
          at: instant,
          actor: z.object({ kind: z.enum(["user", "key", "system"]), id: z.string() }).openapi("ActorName"),
          action: z.string().openapi({ example: "user.created" }),
          object: z.object({ kind: z.string(), id: z.string() }).openapi("ObjectName"),
          before: z.unknown().optional().openapi({ description: "What was there before." }),
          after: z.unknown().optional().openapi({ description: "What is there since." }),
          entries: z.unknown().optional().openapi({ description: "The entries that it put into ledgers." }),
          ledger: z
            .unknown()
            .optional()
            .openapi({ description: "What else it changed of ledgers: ceilings, bonuses, terms." }),
        })
        .openapi("AuditEvent", { description: "People stand in it under their pseudonyms." }),
    ),
    next: z
      .int()
      .nullable()
      .openapi({ description: "For `cursor`, to get the events before these; null: there are none." }),
  })
  .openapi("AuditPage");

export const auditDays = z
  .object({
    days: z.array(
      z.object({ day: z.string().openapi({ format: "date" }), events: z.int() }).openapi("AuditDay"),
    ),
  })
  .openapi("AuditDays", { description: "Days without an event are left out." });

export const signInState = z
  .object({ state: z.enum(["signed-in", "second-factor-needed", "signed-out"]) })
  .openapi("SignInState");
