import { describe, expect, it } from "vitest";
import { readPolicyFile } from "./policy-file.ts";

describe("the file of a policy", () => {
  it("is an object with an id, whatever else it says", () => {
    expect(readPolicyFile('\uFEFF{"id":"late","rules":7}')).toEqual({
      id: "late",
      document: { id: "late", rules: 7 },
    });
  });

  it("is none where it is no JSON, no object, without an id or too large", () => {
    expect(readPolicyFile("id: late")).toEqual({ wrong: "notJson" });
    expect(readPolicyFile('["late"]')).toEqual({ wrong: "notJson" });
    expect(readPolicyFile("{}")).toEqual({ wrong: "noId" });
    expect(readPolicyFile('{"id":7}')).toEqual({ wrong: "noId" });
    expect(readPolicyFile(`{"id":"${"中".repeat(90_000)}"}`)).toEqual({ wrong: "tooLarge" });
  });
});
