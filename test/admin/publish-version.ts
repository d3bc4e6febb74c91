import type { Policy } from "@evenhand/domain";
import { ORIGIN, type TestService } from "../auth/service.ts";

/** A further version of a policy, written by one person and published by another, as it is done in earnest. */
export async function publishVersion(
  service: TestService,
  given: {
    readonly policy: string;
    /** Whether there is no version of it yet. */
    readonly isNew?: boolean;
    readonly effectiveFrom: string;
    readonly edit: (policy: Policy) => Policy;
  },
): Promise<void> {
  const [author, approver] = [await asPerson(service, "author"), await asPerson(service, "approver")];
  const body = { policy: given.policy, ...(given.isNew === true ? { new: true } : {}) };
  const begun = await author("/v1/drafts", { body });
  const path = `/v1/drafts/${String(begun["id"])}`;
  const saved = await author(path, {
    method: "PUT",
    revision: begun["revision"],
    body: { label: "a further version", document: given.edit(begun["document"] as Policy) },
  });
  const handedIn = await author(`${path}/submit`, { revision: saved["revision"] });
  await approver(`${path}/reviews`, {
    body: { verdict: "approved", contentHash: handedIn["contentHash"] },
  });
  await approver(`${path}/publish`, { body: { effectiveFrom: given.effectiveFrom } });
}

type Send = (
  path: string,
  asked: { readonly method?: string; readonly body?: unknown; readonly revision?: unknown },
) => Promise<Readonly<Record<string, unknown>>>;

/** Sends as a new person of a role, and gives what is answered; throws where it is refused. */
export async function asPerson(service: TestService, role: "author" | "approver"): Promise<Send> {
  const cookie = await service.signIn(await service.person({ roles: [role] }));
  return async (path, { method = "POST", body, revision }) => {
    const answer = await service.send(path, {
      method,
      cookie,
      ...(body === undefined ? {} : { body }),
      headers: {
        Origin: ORIGIN,
        ...(revision === undefined ? {} : { "If-Match": `"${JSON.stringify(revision)}"` }),
      },
    });
    if (answer.status >= 300) throw new Error(`${method} ${path} gave ${answer.status}: ${answer.text}`);
    return answer.body;
  };
}
