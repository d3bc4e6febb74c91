import { finesWith } from "../requests.ts";
import type { BadRequest } from "./bad-request.ts";

const BAD = 400;

/** Text that is no JSON of ours, whatever it would say. */
export const TEXTS: readonly BadRequest[] = [
  { title: "nothing", body: "", status: BAD, problems: [["not-json", ""]] },
  { title: "a byte order mark", body: `\uFEFF${finesWith()}`, status: BAD, problems: [["not-json", ""]] },
  {
    title: "half a request",
    body: finesWith().slice(0, 100),
    status: BAD,
    problems: [["not-json", "/case/facts"]],
  },
  { title: "two requests", body: `${finesWith()} ${finesWith()}`, status: BAD, problems: [["not-json", ""]] },
  { title: "JavaScript", body: "{case:NaN}", status: BAD, problems: [["not-json", ""]] },
  { title: "a lone surrogate", body: '{"case":"\\ud800"}', status: BAD, problems: [["not-json", "/case"]] },
  {
    title: "the same name twice",
    body: '{"case":{"facts":{"lossAmount":1,"lossAmount":2}}}',
    status: BAD,
    problems: [["duplicate-key", "/case/facts/lossAmount"]],
  },
  {
    title: "the same name twice, once in escapes",
    body: '{"case":1,"\\u0063ase":2}',
    status: BAD,
    problems: [["duplicate-key", "/case"]],
  },
  {
    title: "`__proto__`",
    body: '{"case":{"__proto__":{"facts":{}}}}',
    status: BAD,
    problems: [["dangerous-key", "/case/__proto__"]],
  },
  {
    title: "`__proto__` in escapes",
    body: '{"\\u005f\\u005fproto\\u005f\\u005f":{}}',
    status: BAD,
    problems: [["dangerous-key", "/__proto__"]],
  },
  {
    title: "`constructor` and `prototype`",
    body: '{"constructor":{"prototype":{}}}',
    status: BAD,
    problems: [
      ["dangerous-key", "/constructor"],
      ["dangerous-key", "/constructor/prototype"],
    ],
  },
  {
    title: "1e400",
    body: finesWith().replace("1200000", "1e400"),
    status: BAD,
    problems: [["inexact-number", "/case/facts/lossAmount"]],
  },
  {
    title: "a fen too many for a number",
    body: finesWith().replace("1200000", "9007199254740993"),
    status: BAD,
    problems: [["inexact-number", "/case/facts/lossAmount"]],
  },
  {
    title: "thirty-three levels",
    body: `${"[".repeat(33)}${"]".repeat(33)}`,
    status: BAD,
    problems: [["too-deep", "/0".repeat(32)]],
  },
  {
    title: "9 KB that are 5,000 levels deep",
    body: '{"case":'.repeat(1_100),
    status: BAD,
    problems: [["too-deep", "/case".repeat(32)]],
  },
  {
    title: "10,001 values",
    body: `[${"0,".repeat(9_999)}0]`,
    status: BAD,
    problems: [["too-many-nodes", "/9999"]],
  },
  {
    title: "a byte more than 64 KiB",
    body: finesWith().padEnd(65_537),
    status: 413,
    problems: [["too-large", ""]],
  },
  { title: "2 MB of brackets", body: "[".repeat(2_000_000), status: 413, problems: [["too-large", ""]] },
];
