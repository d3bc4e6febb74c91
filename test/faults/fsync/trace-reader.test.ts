import { describe, expect, it } from "vitest";
import { TraceReader } from "./trace-reader.ts";

const ONE = "dec-01m80tjpmq1shq5nbmbqv55w4k";
const OTHER = "dec-01m80tjpq4vdjgx2zs7vhbvm12";
const WAL = "23</data/evenhand.db-wal>";

const written = (id: string, file = WAL): string =>
  `71 pwrite64(${file}, "\\r\\0\\4${id}dec"..., 4096, 32) = 4096`;
const synced = (file = WAL, result = "0"): string => `71 fsync(${file}) = ${result}`;
const answered = (id: string): string =>
  `71 writev(28<socket:[12]>, [{iov_base="HTTP/1.1 201 Created\\r\\n", iov_len=400}, {iov_base="{\\"id\\":\\"${id}\\"", iov_len=9}], 2) = 409`;

function verdicts(...lines: readonly string[]): readonly string[] {
  const reader = new TraceReader();
  for (const line of lines) reader.read(line);
  return reader.answers.map(({ decision, wasWritten, wasSynced }) => {
    const which = decision === ONE ? "one" : decision === OTHER ? "other" : "nothing";
    return `${which} ${wasWritten ? "written" : "unseen"} ${wasSynced ? "synced" : "unsynced"}`;
  });
}

describe("following a decision through a trace", () => {
  it("says that it was synced where the sync returned between its writing and its answer", () => {
    expect(verdicts(written(ONE), synced(), answered(ONE))).toEqual(["one written synced"]);
  });

  it.each([
    { what: "there is no sync", lines: [written(ONE), answered(ONE)] },
    { what: "the sync comes after the answer", lines: [written(ONE), answered(ONE), synced()] },
    { what: "the sync comes before the writing", lines: [synced(), written(ONE), answered(ONE)] },
    {
      what: "the sync fails",
      lines: [written(ONE), synced(WAL, "-1 EIO (Input/output error)"), answered(ONE)],
    },
    { what: "another file is synced", lines: [written(ONE), synced("22</data/evenhand.db>"), answered(ONE)] },
    {
      what: "the log of another database is synced",
      lines: [written(ONE), synced("9</x/o.db-wal>"), answered(ONE)],
    },
    {
      what: "the sync had begun before the writing",
      lines: [
        `72 fdatasync(${WAL} <unfinished ...>`,
        written(ONE),
        "72 <... fdatasync resumed>) = 0",
        answered(ONE),
      ],
    },
    {
      what: "the sync has not returned yet",
      lines: [
        written(ONE),
        `72 fdatasync(${WAL} <unfinished ...>`,
        answered(ONE),
        "72 <... fdatasync resumed>) = 0",
      ],
    },
  ])("says that it was not where $what", ({ lines }) => {
    expect(verdicts(...lines)).toEqual(["one written unsynced"]);
  });

  it("puts the two halves of a sync together, also of one in another process", () => {
    const lines = [
      written(ONE),
      `72 fdatasync(${WAL} <unfinished ...>`,
      "72 <... fdatasync resumed>) = 0",
      answered(ONE),
    ];
    expect(verdicts(...lines)).toEqual(["one written synced"]);
  });

  it("says so where a decision was answered that never reached the log", () => {
    expect(verdicts(written(OTHER), synced(), answered(ONE))).toEqual(["one unseen unsynced"]);
    expect(verdicts(written(ONE, "22</data/evenhand.db>"), synced(), answered(ONE))).toEqual([
      "one unseen unsynced",
    ]);
  });

  it("tells decisions apart that are written and synced by turns", () => {
    const lines = [written(ONE), synced(), written(OTHER), answered(OTHER), answered(ONE)];
    expect(verdicts(...lines)).toEqual(["other written unsynced", "one written synced"]);
  });

  it("takes the log of a PostgreSQL for one as well", () => {
    const log = "5</data/pg_wal/000000010000000000000002>";
    expect(verdicts(written(ONE, log), `90 fdatasync(${log}) = 0`, answered(ONE))).toEqual([
      "one written synced",
    ]);
  });
});
