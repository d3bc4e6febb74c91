import { type Problem, type Refusal, type RefusalCode, quote, suggest } from "@evenhand/domain";
import type { BookedPolicy, BookedVersion } from "./booked-policy.ts";

export function findPolicy(
  byId: ReadonlyMap<string, BookedPolicy>,
  id: string,
): { readonly policy: BookedPolicy } | { readonly refusal: Refusal } {
  const policy = byId.get(id);
  if (policy) return { policy };
  const known = [...byId.keys()];
  const meant = suggest(id, known);
  return refusing({
    code: "unknown-policy",
    at: "",
    message: { en: `there is no policy ${quote(id)}`, zh: `没有制度${quote(id)}` },
    help:
      meant === undefined ? listed(known) : { en: `did you mean \`${meant}\`?`, zh: `是不是\`${meant}\`？` },
  });
}

/** The version of that number, or the newest one where none is named. */
export function findVersion(
  policy: BookedPolicy,
  wanted?: number,
): BookedVersion | { readonly refusal: Refusal } {
  if (wanted === undefined) return policy.versions.at(-1) ?? notUsable(policy);
  const found = policy.versions.find(({ version }) => version.policy.version === wanted);
  if (found) return found;
  if (policy.keptOut.some(({ version }) => version === wanted)) return notUsable(policy);
  const known = policy.versions.map(({ version }) => version.policy.version);
  return refusing({
    code: "unknown-version",
    at: "",
    message: {
      en: `policy \`${policy.id}\` has no version \`${wanted}\``,
      zh: `制度\`${policy.id}\`没有第\`${wanted}\`版`,
    },
    help: { en: `versions: ${known.join(", ")}`, zh: `现有版本：${known.join("、")}` },
  });
}

/**
 * A file of the policy could not be used. INVARIANT: then no version is chosen by its date, since the missing one may be
 * the one in force, and a case is never decided under another instead.
 */
export function notUsable(policy: BookedPolicy, at = ""): { readonly refusal: Refusal } {
  const files = policy.keptOut.map(({ path }) => `\`${path}\``);
  const known = policy.versions.map(({ version }) => version.policy.version);
  return refusing({
    code: "policy-not-usable",
    at,
    message: {
      en: `policy \`${policy.id}\` cannot be used as it stands: ${files.join(", ")} ${files.length === 1 ? "has" : "have"} errors`,
      zh: `制度\`${policy.id}\`目前不可用：${files.join("、")}有错误`,
    },
    ...(known.length === 0
      ? {}
      : {
          help: {
            en: `versions that can be named all the same: ${known.join(", ")}`,
            zh: `仍可指定的版本：${known.join("、")}`,
          },
        }),
  });
}

function listed(known: readonly string[]): { readonly en: string; readonly zh: string } {
  const names = known.map((id) => `\`${id}\``);
  return { en: `policies: ${names.join(", ")}`, zh: `现有制度：${names.join("、")}` };
}

function refusing(problem: Problem<RefusalCode>): { readonly refusal: Refusal } {
  return { refusal: { problems: [problem] } };
}
