import type { CheckpointSigner } from "@evenhand/evidence";
import { type ServiceContext, knownOf } from "@evenhand/service";
import type { Store } from "@evenhand/store";
import { auditSignIn } from "../auth/audited.ts";
import { authenticator } from "../auth/authenticate.ts";
import { keyVerifier } from "../auth/key-verifier.ts";
import type { ProviderConfig } from "../auth/library-options.ts";
import { openSignIn } from "../auth/open-sign-in.ts";
import type { Surroundings } from "../http/env.ts";

type Given = Pick<
  Surroundings,
  "now" | "log" | "newRequestId" | "rules" | "servedOverHttps" | "publicUrl" | "metrics" | "adminFolder"
> &
  Pick<ServiceContext, "rulebook" | "random"> & {
    readonly store: Store;
    readonly signer: CheckpointSigner;
    /** Signs cookies; at least 32 characters that nobody can guess. */
    readonly authSecret: string;
    readonly provider?: ProviderConfig;
  };

/**
 * Everything that the app is given, over a store that is open: the use cases' context, the sign-in library, and who is
 * let in.
 */
export async function surroundingsOver(given: Given): Promise<Surroundings> {
  const { store, signer, authSecret, provider, rulebook, random, ...outer } = given;
  const { now, log, servedOverHttps, metrics } = given;
  const context: ServiceContext = {
    store,
    rulebook,
    now,
    random,
    signer,
    alarm: (message, details) => {
      metrics?.alarmRaised();
      log.error({ ...details }, message);
    },
  };
  const library = await openSignIn({
    store,
    secret: authSecret,
    servedOverHttps,
    ...(provider ? { provider } : {}),
    now,
    onLinked: (userId) => auditSignIn(context, { userId, action: "user.linked" }),
    // What it would say may hold an address, so only that it said something is kept.
    onTrouble: () => log.warn("the sign-in library reports an error"),
  });
  const service = (): ServiceContext => context;
  const signIn = (): typeof library => library;
  const keys = keyVerifier({ service, log });
  return {
    ...outer,
    knownOf: (policy, request, actor) => knownOf(context, policy, { request, actor }),
    authenticate: authenticator({ service, signIn, log, keys }),
    service,
    forgetKeys: keys.forget,
    signIn,
  };
}
