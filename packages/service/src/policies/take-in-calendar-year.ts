import {
  type Actor,
  type CalendarDocument,
  type CalendarYear,
  contentHash,
  daysOfYear,
  quote,
  withYear,
  yearProblems,
  yearsFor,
} from "@evenhand/domain";
import {
  type Db,
  appendAuditEvent,
  calendarByHash,
  calendarsInUse,
  insertCalendar,
  knownGround,
  raiseRulesRevision,
} from "@evenhand/store";
import type { ServiceContext } from "../context.ts";
import { listField, openFields, textField, wholeField } from "../input/read-fields.ts";
import type { SentProblem } from "../problems/problem-document.ts";
import { AskRefused, type RefusedAsk, orRefused, refusedAsk } from "../refused.ts";
import { type GroundDocument, documentIn } from "../rulebook/list-ground.ts";
import { withoutUnfit } from "./unfit-ground.ts";

type Asked = CalendarYear & {
  /** The hash of the calendar that whoever asks has looked at. */
  readonly upon: string;
};

/**
 * Takes the holidays and make-up days of a year into a calendar, as its next version, which is in use from then on. The
 * versions before stay: what was decided by one of them is replayed by it. Refused where somebody took in another year
 * meanwhile, where nothing would change, and where a published version could not be used upon it any more.
 */
export async function takeInCalendarYear(
  context: ServiceContext,
  { actor, id, body }: { readonly actor: Actor; readonly id: string; readonly body: unknown },
): Promise<{ readonly calendar: GroundDocument<CalendarDocument> } | RefusedAsk> {
  const asked = readYear(body);
  if ("refusal" in asked) return asked;
  const taken = await orRefused(() =>
    context.store.write(async (tx) => {
      // Of two who do so at once the second waits here, and then finds another calendar than the one it looked at.
      const revision = await raiseRulesRevision(tx);
      const before = await calendarInUse(tx, id);
      check(before, asked);
      const document = withYear(before.document, asked);
      const calendar = { hash: contentHash(document), document };
      await checkFits(tx, document);
      await keep(tx, calendar, { before, actor, at: context.now(), year: asked.year });
      return { revision, calendar };
    }),
  );
  if ("refusal" in taken) return taken;
  // From here on this process counts by it; the others notice by the revision.
  await context.rulebook(taken.revision);
  return { calendar: taken.calendar };
}

async function calendarInUse(tx: Db, id: string): Promise<GroundDocument<CalendarDocument>> {
  const inUse = (await calendarsInUse(tx)).find(({ name }) => name === id);
  if (!inUse)
    throw new AskRefused({
      code: "not-found",
      at: "",
      message: { en: `there is no calendar ${quote(id)}`, zh: `没有名为${quote(id)}的工作日历` },
    });
  return {
    hash: inUse.hash,
    document: documentIn<CalendarDocument>(await calendarByHash(tx, inUse.hash)),
  };
}

/** @throws AskRefused with everything that keeps the year from being taken in */
function check(before: GroundDocument<CalendarDocument>, asked: Asked): void {
  if (before.hash !== asked.upon) throw new AskRefused(MEANWHILE);
  const { first, last } = yearsFor(before.document);
  if (asked.year < first || asked.year > last) throw new AskRefused(notThisYear(first, last));
  const problems = yearProblems(before.document, asked);
  if (problems.length > 0) throw new AskRefused(...problems.slice(0, MOST_PROBLEMS));
  const had = daysOfYear(before.document, asked.year);
  const isCovered = before.document.coverage.to >= `${asked.year}-12-31`;
  if (isCovered && isSame(had.holidays, asked.holidays) && isSame(had.makeUpDays, asked.makeUpDays))
    throw new AskRefused(NOTHING_NEW);
}

/** INVARIANT: what stands stays usable, upon a calendar that somebody took in as upon one of a file. */
async function checkFits(tx: Db, document: CalendarDocument): Promise<void> {
  const file = { path: `calendars/${document.id}.json`, text: JSON.stringify(document) };
  const { unfit } = await withoutUnfit(tx, { policies: [], guards: [], calendars: [file] });
  const found = unfit.flatMap(({ diagnostics }) => diagnostics);
  if (found.length === 0) return;
  throw new AskRefused(...found.map(({ message }) => ({ code: "wrong-state" as const, at: "", message })));
}

async function keep(
  tx: Db,
  { hash, document }: GroundDocument<CalendarDocument>,
  {
    before,
    actor,
    at,
    year,
  }: {
    readonly before: GroundDocument<CalendarDocument>;
    readonly actor: Actor;
    readonly at: number;
    readonly year: number;
  },
): Promise<void> {
  const { id, version } = document;
  const { lastAt } = await knownGround(tx);
  await insertCalendar(tx, {
    id,
    version,
    hash,
    document: JSON.stringify(document),
    // Which one is in use goes by this, whatever the clock did in between.
    taken_in_at: Math.max(at, lastAt + 1),
  });
  await appendAuditEvent(tx, {
    at,
    actor,
    action: "calendar.taken-in",
    object: { kind: "calendar", id },
    before: { version: before.document.version, hash: before.hash },
    after: { version, hash, year },
  });
}

const MOST_PROBLEMS = 100;
const MOST_DAYS = 366;

function readYear(value: unknown): Asked | RefusedAsk {
  const problems: SentProblem[] = [];
  const required = ["upon", "year", "holidays", "makeUpDays", "source"];
  const fields = openFields(value, { required, problems });
  if (!fields) return refusedAsk(...problems);
  const upon = textField(fields, "upon");
  const year = wholeField(fields, "year", { least: 1900, most: 9998 });
  const source = textField(fields, "source", 500);
  const daysIn = (name: "holidays" | "makeUpDays"): readonly string[] | undefined =>
    // Whether they are days is told together with what else is wrong with them.
    listField(fields, name, { most: MOST_DAYS, read: (entry) => (typeof entry === "string" ? entry : "") });
  const [holidays, makeUpDays] = [daysIn("holidays"), daysIn("makeUpDays")];
  if (problems.length > 0 || upon === undefined || year === undefined || source === undefined)
    return refusedAsk(...problems);
  return { upon, year, holidays: holidays ?? [], makeUpDays: makeUpDays ?? [], source: source.trim() };
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((day, index) => day === right[index]);
}

function notThisYear(first: number, last: number): SentProblem {
  return {
    code: "out-of-range",
    at: "/year",
    message: {
      en: `a year from ${first} to ${last} can be taken in`,
      zh: `可导入的年份为${first}年至${last}年`,
    },
    help: {
      en: "a later one would leave a year between whose holidays nobody knows",
      zh: "更晚的年份会使中间年份的节假日缺失",
    },
  };
}

const MEANWHILE: SentProblem = {
  code: "edited-meanwhile",
  at: "/upon",
  message: { en: "another version of the calendar is in use by now", zh: "该工作日历已有新版本" },
  help: { en: "look at it, then take the year in upon it", zh: "请查看新版本后再导入" },
};

const NOTHING_NEW: SentProblem = {
  code: "nothing-changed",
  at: "",
  message: { en: "the calendar has these days already", zh: "该工作日历已包含这些日期" },
};
