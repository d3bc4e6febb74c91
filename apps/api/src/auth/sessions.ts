import { type Actor, ROLES } from "@evenhand/domain";
import { endSession, touchSession } from "@evenhand/store";
import type { Logger } from "pino";
import { notSignedIn } from "../http/admission.ts";
import type { Surroundings } from "../http/env.ts";
import { faultOf } from "../http/fault.ts";
import { IDLE_MS, type OpenSession, SESSION_MS } from "./sign-in.ts";

/** A session is noted to be in use at most this often, so that reading does not become writing. */
const TOUCH_MS = 60 * 1000;

/**
 * Who a session is of.
 *
 * @throws Refused as `not-signed-in` where the cookie brings none, or one that is over
 */
export async function actorOfSession(
  { service, signIn, log }: Pick<Surroundings, "service" | "signIn" | "log">,
  cookie: string,
): Promise<Actor> {
  const context = service();
  const session = await signIn().session(cookie);
  if (!session || session.isDisabled) throw notSignedIn(NO_SESSION);
  const now = context.now();
  if (isOver(session, now)) {
    await context.store.write((tx) => endSession(tx, session.id));
    throw notSignedIn(OVER);
  }
  if (now - session.seenAt >= TOUCH_MS) {
    inBackground(
      context.store.write((tx) => touchSession(tx, session.id, now)),
      log,
    );
  }
  const roles = JSON.parse(session.roles) as readonly unknown[];
  return {
    kind: "user",
    id: session.userId,
    person: session.personId,
    roles: ROLES.filter((role) => roles.includes(role)),
    secondFactor: session.secondFactor,
  };
}

function isOver({ startedAt, seenAt }: OpenSession, now: number): boolean {
  return now - startedAt >= SESSION_MS || now - seenAt >= IDLE_MS;
}

/** Lets something be kept without anybody waiting for it; where it cannot be, only the log is told. */
export function inBackground(work: Promise<unknown>, log: Logger): void {
  work.catch((error: unknown) => {
    log.warn({ fault: faultOf(error) }, "a moment of use was not kept");
  });
}

const NO_SESSION = { en: "nobody is signed in with this cookie", zh: "该Cookie没有对应的登录状态" };
const OVER = { en: "the session is over", zh: "登录状态已过期" };
