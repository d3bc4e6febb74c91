import { somebody } from "../../policies/scene.ts";
import { type ProblemExample, done, kept } from "./example.ts";
import { soundDecision } from "./sound.ts";

const HANDLER = somebody("E3001", ["handler"]);
const ADMIN = somebody("E9001", ["admin"]);
const CSV = { "Content-Type": "text/csv" };
const PATH = "/v1/imports?policy=complaint-fines&dryRun=yes";

/** Tables that come in, and people who are to be forgotten. */
export const OF_TABLES = {
  "still-owing": kept(async ({ as }) => {
    await done(as(HANDLER), { path: "/v1/decisions", body: soundDecision("C-41", ["P41"]) });
    return { app: as(ADMIN), path: "/v1/people/P41/erase", body: { reason: "asked to be forgotten" } };
  }),
  "unreadable-sheet": kept(({ as }) => ({ app: as(HANDLER), path: PATH, text: "\n", headers: CSV })),
  "unknown-column": kept(({ as }) => ({
    app: as(HANDLER),
    path: `${PATH}&map=${encodeURIComponent(JSON.stringify({ 损失: "lossAmount" }))}`,
    text: "案件编号,投诉类型,投诉收到日,核定的投诉损失\nC-1,规格不符,2026-07-06,100\n",
    headers: CSV,
  })),
} as const satisfies Readonly<Record<string, ProblemExample>>;
