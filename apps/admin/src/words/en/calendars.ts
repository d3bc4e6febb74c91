/** English: calendars of working days. */
export const CALENDARS = {
  calendars: {
    calendar: "Calendar",
    year: "Year",
    covers:
      "Version {{ version }} knows the days from {{ from }} to {{ to }}. Deadlines beyond are counted Monday to Friday, and are provisional.",
    begin: "Take a year in",
    source: "Where the days come from",
    yearTitle: "The year {{ year }}",
    counts:
      "Working days: {{ working }}, of them make-up days: {{ makeUp }}. Holidays from Monday to Friday: {{ holiday }}.",
    marks: { working: "1", weekend: "1", holiday: "off", makeUp: "work" },
    kinds: {
      working: "working day",
      weekend: "weekend",
      holiday: "holiday",
      makeUp: "make-up day, worked at a weekend",
    },
    list: "Holidays and make-up days as a list",
    noDays: "none",
    versions: "Versions of this calendar",
    versionsText: "What was decided by an earlier version keeps its dates, and is replayed by that version.",
    inUse: "in use",
    since: "in use since {{ at }}, covers the days until {{ until }}",
    whatChanged: "What changed since version {{ version }}",
    noDayChanged: "No day is changed.",
    changes: {
      holidayAdded: "＋ {{ day }} becomes a holiday",
      holidayRemoved: "− {{ day }} is no holiday any more",
      makeUpAdded: "＋ {{ day }} becomes a make-up day",
      makeUpRemoved: "− {{ day }} is no make-up day any more",
    },
    importTitle: "Take the days of a year in",
    importText:
      "Paste the official list. It takes the place of what the calendar has for that year; other years stay. The next version is in use at once, and new deadlines are counted by it.",
    announced: "Announced in",
    announcedHint: "The notice and its address; it is kept with the calendar.",
    announcedWrong:
      "A semicolon cannot be used here: it stands between the years in the calendar. Use a comma.",
    days: "Holidays and make-up days",
    daysHint:
      "The lines of the notice, or a line for each day or span that says whether it is off or worked, such as “2027-10-01 to 2027-10-07 holiday” or “9月26日 上班”; CSV and JSON are read as well.",
    file: "Or from a file",
    take: "Take in as the next version",
    unread: "Lines that cannot be taken in: {{ count }}",
    lines: {
      "no-day": "Line {{ line }}: there is no such day in “{{ text }}”.",
      "other-year": "Line {{ line }}: “{{ text }}” is of another year.",
      "ends-before": "Line {{ line }}: “{{ text }}” ends before it begins.",
      "which-kind": "Line {{ line }}: say whether “{{ text }}” is off or worked.",
      unclear: "Line {{ line }}: “{{ text }}” could not be read whole; give each day or span a line.",
      twice: "Line {{ line }}: “{{ text }}” says otherwise than a line above.",
    },
    read: "Read: holidays from Monday to Friday: {{ holidays }}; make-up days: {{ makeUpDays }}.",
    needless: "Left out, since it is so without being listed: {{ days }}",
    wouldChange: "What would change",
  },
} as const;
