import type { LintRule } from "./lint-rule.ts";

/**
 * A policy that takes money from people is under some law that limits it; a policy that names no statutory guard is
 * limited by its own cap only.
 *
 * @example
 * // "guards": [], and a rule that fines somebody
 * // "no-guard" at /guards
 */
export const noGuard: LintRule = ({ draft, statements, report }) => {
  const takesMoney = statements.some(({ event }) => event.type === "fine" || event.type === "deduct");
  if (!takesMoney || draft.guards.length > 0 || !draft.shape.isSound("/guards")) return;
  report.add({
    code: "no-guard",
    at: "/guards",
    message: {
      en: "this policy takes money and names no statutory guard",
      zh: "本制度涉及扣款，但未选择适用的法定限制",
    },
    help: {
      en: "name the guard of the jurisdiction the people work in",
      zh: "请选择员工工作地的法定限制",
    },
  });
};
