import { parseInstant } from "@evenhand/domain";
import { isTooDeep } from "../json/is-too-deep.ts";
import { isObject } from "../json/shape.ts";
import type { Hash } from "../merkle/hash.ts";
import { type EvidenceProblem, problem } from "../problems.ts";
import type { AuditEventRow, LeafRow } from "./log-rows.ts";

/** What does not fit between a leaf, the body of its audit event, whose leaf hash is `computed`, and the columns beside it. */
export function leafProblems(
  { position, leafHash: stored, auditEvent }: LeafRow,
  computed: Hash | undefined,
): readonly EvidenceProblem[] {
  const at = `/leaves/${position}`;
  if (!auditEvent) {
    return [
      problem({
        code: "leaf-altered",
        at,
        en: `leaf ${position}: its audit event is gone`,
        zh: `第${position}号叶：对应的审计记录已不存在`,
      }),
    ];
  }
  const altered =
    computed === stored
      ? []
      : [
          problem({
            code: "leaf-altered",
            at,
            en: `leaf ${position}: audit event ${auditEvent.id} is not what was logged`,
            zh: `第${position}号叶：审计记录${auditEvent.id}与入日志时不同`,
          }),
        ];
  const columns = alteredColumns(auditEvent).map((column) =>
    problem({
      code: "event-altered",
      at,
      en: `leaf ${position}: the column \`${column}\` of audit event ${auditEvent.id} differs from its body`,
      zh: `第${position}号叶：审计记录${auditEvent.id}的\`${column}\`列与其正文不符`,
    }),
  );
  return [...altered, ...columns];
}

/** The columns that repeat something else than what the body says; all of them where the body is no audit event. */
function alteredColumns({ body, at, actor, action, objectKind, objectId }: AuditEventRow): readonly string[] {
  const event = partOf(parsed(body));
  const [by, object] = [partOf(event["actor"]), partOf(event["object"])];
  const moment = typeof event["at"] === "string" ? parseInstant(event["at"]) : undefined;
  const agreements = {
    at: moment === at,
    actor: `${String(by["kind"])}:${String(by["id"])}` === actor,
    action: event["action"] === action,
    object_kind: object["kind"] === objectKind,
    object_id: object["id"] === objectId,
  };
  return Object.entries(agreements).flatMap(([column, agrees]) => (agrees ? [] : [column]));
}

function parsed(body: string): unknown {
  if (isTooDeep(body)) return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function partOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}
