import { expect, test } from "vitest";
import { type Markup, asHtml, markup } from "./markup.ts";

test("whatever stands in a template is text, within quotes as well", () => {
  const hostile = `"'><script>alert(1)</script>&amp;`;
  expect(asHtml(markup`<b title="${hostile}">${hostile}</b>`)).toBe(
    '<b title="&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;">' +
      "&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;</b>",
  );
});

test("pieces stand within pieces as they are, and lists are joined", () => {
  const cells = ["a", "<"].map((cell) => markup`<td>${cell}</td>`);
  expect(asHtml(markup`<tr>${cells}</tr>`)).toBe("<tr><td>a</td><td>&lt;</td></tr>");
});

test("what is left out leaves nothing", () => {
  expect(asHtml(markup`<p>${undefined}${false}${0}</p>`)).toBe("<p>0</p>");
});

test("nothing that was read from outside is taken for HTML", () => {
  const read = JSON.parse('{"html":"<b>","Symbol(html)":"<b>"}') as Markup;
  expect(asHtml(markup`<p>${read}</p>`)).not.toContain("<b>");
});

test("characters that HTML forbids or that turn the direction of a line are shown as unknown ones", () => {
  expect(asHtml(markup`${"a\u0000b\u202ec\ud800d"}`)).toBe("a\ufffdb\ufffdc\ufffdd");
  expect(asHtml(markup`${"a\n\tb"}`)).toBe("a\n\tb");
});
