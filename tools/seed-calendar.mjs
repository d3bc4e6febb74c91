// Wrote `rules/calendars/cn.json` once, from the package `chinese-days`, and is kept to show how. The file it wrote is
// the calendar; this program is never run to decide anything, for the package counts Monday to Friday without a word
// outside the years it knows. To extend the calendar, write the days of the new notice into a new version of the file.
//
// Run as `node tools/seed-calendar.mjs`; prints the document and, to the error stream, the counts of each year.
import collected from "chinese-days/dist/chinese-days.json" with { type: "json" };

const FROM = "2004-01-01";
const TO = "2026-12-31";
const DAY = 86_400_000;

/**
 * Days that the package has wrong, each with the notice that says so.
 * The notice for 2006 has 31 December 2005, a Saturday, worked for 3 January 2006; the package quotes it and leaves the
 * day out, since it keeps what it quotes by the year of the notice.
 */
const CORRECTIONS = [
  {
    day: "2005-12-31",
    worked: true,
    source: "国办发明电〔2005〕35号，http://www.gov.cn/jrzg/2005-12/22/content_133837.htm",
  },
];

const { holidays, makeUpDays } = exceptions();
for (const line of yearlyCounts()) console.error(line);
console.log(
  JSON.stringify(
    {
      id: "cn",
      version: 1,
      title: { en: "Mainland China, with make-up working days", zh: "中国大陆工作日（含调休上班日）" },
      coverage: { from: FROM, to: TO },
      source: sourceText(),
      holidays,
      makeUpDays,
    },
    undefined,
    2,
  ),
);

/** Every day on which the calendar differs from Monday to Friday. */
function exceptions() {
  const corrected = new Map(CORRECTIONS.map(({ day, worked }) => [day, worked]));
  const found = { holidays: [], makeUpDays: [] };
  for (let time = Date.parse(FROM); time <= Date.parse(TO); time += DAY) {
    const day = new Date(time).toISOString().slice(0, 10);
    const isWeekend = [0, 6].includes(new Date(time).getUTCDay());
    // The package's own functions read a day in the machine's time zone; its data has no such trap.
    const isOn =
      collected.workdays[day] !== undefined || (!isWeekend && collected.holidays[day] === undefined);
    const isWorked = corrected.get(day) ?? isOn;
    if (isWorked && isWeekend) found.makeUpDays.push(day);
    if (!isWorked && !isWeekend) found.holidays.push(day);
  }
  return found;
}

function sourceText() {
  const corrections = CORRECTIONS.map(({ day, source }) => `${day} corrected by ${source}`);
  return [
    "The State Council's yearly notices on holidays (国务院办公厅关于部分节假日安排的通知), 2004 to 2026",
    "as collected by chinese-days 1.5.7",
    ...corrections,
  ].join("; ");
}

/** What is off less what makes up for it should come near the statutory days: 10 until 2007, 11 from 2008, 13 from 2025. */
function yearlyCounts() {
  const years = [...new Set(holidays.map((day) => day.slice(0, 4)))];
  return years.map((year) => {
    const off = holidays.filter((day) => day.startsWith(year)).length;
    const madeUp = makeUpDays.filter((day) => day.startsWith(year)).length;
    return `${year}: ${off} weekdays off, ${madeUp} weekend days worked, ${off - madeUp} between them`;
  });
}
