import { type Diagnostic, pointer, quote } from "@evenhand/domain";

/**
 * What is wrong where the document of a draft says that it is another policy than the one that the draft is of: a draft is
 * of one policy for good.
 *
 * @example otherPolicy("complaint-fines", { id: "late-fines" })[0]?.at // "/id"
 */
export function otherPolicy(policyId: string, { id }: { readonly id?: unknown }): readonly Diagnostic[] {
  if (typeof id !== "string" || id === policyId) return [];
  return [
    {
      code: "unknown-value",
      severity: "error",
      at: pointer("id"),
      message: {
        en: `${quote(id)} is not the policy that this draft is of`,
        zh: `${quote(id)}不是本草案所属的制度`,
      },
      help: { en: `write \`${policyId}\``, zh: `请填写\`${policyId}\`` },
    },
  ];
}
