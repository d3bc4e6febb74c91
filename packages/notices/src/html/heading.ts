import { type Markup, markup } from "./markup.ts";

/** The top of every document: whose it is, what it is called, and below it what tells it apart. */
export function heading({
  company,
  title,
  details,
}: {
  readonly company: string | undefined;
  readonly title: string;
  readonly details: readonly Markup[];
}): Markup {
  return markup`<header>
${
  company !== undefined &&
  markup`<p class="company">${company}</p>
`
}<h1>${title}</h1>
<p class="details">${details.map((detail) => markup`<span>${detail}</span> `)}</p>
</header>
`;
}
