import { type Actor, contentHash } from "@evenhand/domain";
import { type Db, findAnswer, keepAnswer, tryLockKey } from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { type RefusedAsk, orRefused, orThrow, refusedAsk } from "../refused.ts";

/** An answer as it is sent, its people still under their pseudonyms. */
export type Answer = { readonly status: number; readonly body: string };

export type OnceAsk = {
  readonly actor: Actor;
  /** The `Idempotency-Key` header. */
  readonly key: string | undefined;
  /** What was asked for: method, path and body. */
  readonly request: { readonly method: string; readonly path: string; readonly body: string };
};

/** Keys that this process is answering just now; another process is found out by the database. */
const running = new Set<string>();

/**
 * Does work at most once for each key: the same request again gets the first answer, byte for byte; another request
 * under the key is refused, and so is one that comes while the first still runs. Keys are required of machines and open
 * to people. INVARIANT: the key is kept in the transaction of what it stands for, so that neither is there without the
 * other; a refused request keeps nothing, so that it can be mended and sent again.
 */
export async function once(
  context: Pick<ServiceContext, "store" | "now">,
  { actor, key, request }: OnceAsk,
  work: (tx: Db) => Promise<Answer | RefusedAsk>,
): Promise<Answer | RefusedAsk> {
  if (key === undefined) {
    if (actor.kind === "key") return refusedAsk(MISSING);
    return orRefused(() => context.store.write(async (tx) => orThrow(await work(tx))));
  }
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) return refusedAsk(UNFIT);
  const owner = `${actor.kind}:${actor.id}`;
  const hash = contentHash(request);
  const known = await context.store.read((db) => findAnswer(db, owner, key));
  if (known) return answerAgain(known, hash);
  const mark = `${owner} ${key}`;
  if (running.has(mark)) return refusedAsk(RUNNING);
  running.add(mark);
  try {
    return await orRefused(() =>
      context.store.write(async (tx) => {
        if (!(await tryLockKey(tx, owner, key))) return orThrow(refusedAsk(RUNNING));
        const meanwhile = await findAnswer(tx, owner, key);
        if (meanwhile) return orThrow(answerAgain(meanwhile, hash));
        const answer = orThrow(await work(tx));
        await keepAnswer(tx, { actor: owner, key, request_hash: hash, at: context.now(), ...answer });
        return answer;
      }),
    );
  } finally {
    running.delete(mark);
  }
}

function answerAgain(
  known: { readonly request_hash: string; readonly status: number; readonly body: string },
  hash: string,
): Answer | RefusedAsk {
  return known.request_hash === hash ? { status: known.status, body: known.body } : refusedAsk(REUSED);
}

const MISSING: SentProblem = {
  code: "missing-idempotency-key",
  at: "",
  message: { en: "the request has no `Idempotency-Key`", zh: "请求缺少`Idempotency-Key`" },
  help: {
    en: "send a header `Idempotency-Key` with a value of its own for each thing that is to happen once, such as a UUID",
    zh: "请为每个只应执行一次的操作发送独有的`Idempotency-Key`请求头，例如UUID",
  },
};

const UNFIT: SentProblem = {
  code: "invalid-parameter",
  at: "/Idempotency-Key",
  message: {
    en: "an `Idempotency-Key` has 1 to 200 printable ASCII characters and no spaces",
    zh: "`Idempotency-Key`须为1至200个可打印的ASCII字符，不含空格",
  },
};

const REUSED: SentProblem = {
  code: "idempotency-key-reused",
  at: "",
  message: {
    en: "this `Idempotency-Key` was used for another request",
    zh: "该`Idempotency-Key`已用于另一个请求",
  },
  help: {
    en: "send the first request again to get its answer, or use a new key",
    zh: "如需取得首次的结果，请重发原请求；否则请换用新的键",
  },
};

const RUNNING: SentProblem = {
  code: "still-running",
  at: "",
  message: {
    en: "the first request with this `Idempotency-Key` is still running",
    zh: "使用该`Idempotency-Key`的首个请求仍在处理中",
  },
  help: { en: "send it again in a second", zh: "请稍后重试" },
};
