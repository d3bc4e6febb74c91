import { PROBLEM_CODES } from "@evenhand/service";
import { describe, expect, it } from "vitest";
import { problemOf, sampleApp } from "../sample-surroundings.ts";

const app = sampleApp();

describe("the meaning of problem codes", () => {
  it("is listed in order of precedence", async () => {
    const { problems } = (await (await app.request("/v1/problems")).json()) as {
      problems: readonly { code: string }[];
    };
    expect(problems.map(({ code }) => code)).toEqual(Object.keys(PROBLEM_CODES));
    expect(problems[0]).toEqual({
      type: "/problems/too-large",
      code: "too-large",
      status: 413,
      title: { en: "too large", zh: "内容过大" },
    });
  });

  it("is found where the type of a problem document leads", async () => {
    const { type } = await problemOf(await app.request("/v1/policies/nowhere"));
    expect(await (await app.request(type)).json()).toMatchObject({ code: "unknown-policy", status: 404 });
  });

  it.each(["nonsense", "__proto__", "constructor"])("is not found for `%s`", async (code) => {
    expect(await problemOf(await app.request(`/problems/${code}`))).toMatchObject({
      code: "not-found",
      status: 404,
    });
  });
});
