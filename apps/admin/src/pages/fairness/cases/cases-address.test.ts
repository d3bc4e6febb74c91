import { describe, expect, it } from "vitest";
import { casesAddress } from "./cases-address.ts";

describe("casesAddress", () => {
  it("names the group or the cell, whatever its value is written with", () => {
    expect(casesAddress("job-1", { group: "site", value: "a&b" })).toBe(
      "/fairness/job-1/cases?group=site&value=a%26b",
    );
    expect(casesAddress("job-1", { group: "site", value: "north", and: "rank", andValue: "staff" })).toBe(
      "/fairness/job-1/cases?group=site&value=north&and=rank&andValue=staff",
    );
  });
});
