// A process of its own for one question: z3 starts threads that keep a process alive, takes a few hundred megabytes, and
// can be stopped in the middle of its work in no other way than by ending the process.
import { Z3_ast_print_mode, Z3_error_code, Z3_lbool, init } from "z3-solver";

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
  const context = Z3.mk_context(Z3.mk_config());
  Z3.set_ast_print_mode(context, Z3_ast_print_mode.Z3_PRINT_SMTLIB2_COMPLIANT);
  const solver = Z3.mk_solver(context);
  Z3.solver_inc_ref(context, solver);
  // Read on this thread: a text that is handed to a thread of z3's own lies on a stack that others write to meanwhile.
  Z3.solver_from_string(context, solver, text);
  const fault = Z3.get_error_code(context);
  if (fault !== Z3_error_code.Z3_OK) return { failed: Z3.get_error_msg(context, fault) };
  switch (await Z3.solver_check(context, solver)) {
    case Z3_lbool.Z3_L_TRUE:
      return { result: "sat", model: Z3.model_to_string(context, Z3.solver_get_model(context, solver)) };
    case Z3_lbool.Z3_L_FALSE:
      return { result: "unsat" };
    default:
      return { result: "unknown", reason: Z3.solver_get_reason_unknown(context, solver) };
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
