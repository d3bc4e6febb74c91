import { describe, expect, it } from "vitest";
import { problemOf, sampleApp } from "../sample-surroundings.ts";

const app = sampleApp();
const ADDRESS = "/v1/policies/complaint-fines/versions/2/reading";

describe("GET …/reading", () => {
  it.each([
    { query: "?lang=zh", accept: "en", language: "zh", title: "客户投诉责任与绩效奖金扣减办法" },
    {
      query: "?lang=en",
      accept: "zh",
      language: "en",
      title: "Complaint responsibility and bonus deduction",
    },
    { query: "", accept: "zh-CN", language: "zh", title: "客户投诉责任与绩效奖金扣减办法" },
    { query: "", accept: "fr", language: "en", title: "Complaint responsibility and bonus deduction" },
  ])(
    "reads in $language for `$query` and Accept-Language $accept",
    async ({ query, accept, language, title }) => {
      const response = await app.request(ADDRESS + query, { headers: { "Accept-Language": accept } });
      expect(response.headers.get("Content-Language")).toBe(language);
      expect(await response.json()).toMatchObject({ policy: { version: 2 }, language, title });
    },
  );

  it("reads out the statutory guards that the version names", async () => {
    const named = await app.request("/v1/policies/fair-attribution/versions/1/reading?lang=zh");
    expect(await named.text()).toContain("《工资支付暂行规定》");
    expect(await (await app.request(`${ADDRESS}?lang=zh`)).text()).not.toContain("《工资支付暂行规定》");
  });

  it("refuses a language that it does not speak", async () => {
    const problem = await problemOf(await app.request(`${ADDRESS}?lang=fr`));
    expect(problem).toMatchObject({
      code: "invalid-parameter",
      errors: [{ pointer: "/lang", detail: "`fr` is not `zh` or `en`" }],
    });
  });
});
