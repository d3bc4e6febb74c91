// A process of its own for one question: z3 starts threads that keep a process alive, takes a few hundred megabytes, and
// can be stopped in the middle of its work in no other way than by ending the process.
import { init } from "z3-solver";

/** More than any question of ours takes; beyond it z3 says that it does not know. */
const MOST_MEMORY_MB = 1_024;

/** What the process that asks is told. */
export type Z3Reply =
  | { readonly result: "sat"; readonly model: string }
  | { readonly result: "unsat" }
  | { readonly result: "unknown"; readonly reason: string }
  | { readonly failed: string };

async function answer(text: string): Promise<Z3Reply> {
  const { Z3 } = await init();
  Z3.global_param_set("memory_max_size", String(MOST_MEMORY_MB));
  const config = Z3.mk_config();
  const context = Z3.mk_context(config);
  const said = (await Z3.eval_smtlib2_string(context, text)).trim();
  switch (said) {
    case "sat":
      return { result: "sat", model: await Z3.eval_smtlib2_string(context, "(get-model)") };
    case "unsat":
      return { result: "unsat" };
    case "unknown":
      return {
        result: "unknown",
        reason: (await Z3.eval_smtlib2_string(context, "(get-info :reason-unknown)")).trim(),
      };
    default:
      return { failed: said };
  }
}

// Whoever asked is gone: nobody would stop us.
process.once("disconnect", () => process.exit(1));

process.once("message", (text: unknown) => {
  answer(String(text))
    .catch((error: unknown): Z3Reply => ({ failed: String(error) }))
    .then((reply) => process.send?.(reply))
    .catch(() => process.exit(1));
});
