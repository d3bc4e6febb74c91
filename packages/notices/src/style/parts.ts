/** Headings, paragraphs, lists of terms, the result, the lines to sign. */
export const PARTS_STYLE = `
h1,
h2,
p,
dl,
dd,
blockquote {
  margin: 0;
}
p,
dd,
td,
blockquote {
  text-wrap: pretty;
  orphans: 2;
  widows: 2;
}
header {
  margin-bottom: 3.5mm;
  padding-bottom: 3mm;
  border-bottom: 1.5pt solid var(--accent);
  text-align: center;
}
header .company {
  font-size: 11pt;
  color: var(--quiet);
}
h1 {
  font-size: 20pt;
  font-weight: 650;
  line-height: 1.35;
  text-wrap: balance;
}
h1:lang(zh) {
  letter-spacing: 0.12em;
  text-indent: 0.12em;
}
header .details {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  gap: 0 8mm;
  margin-top: 3mm;
  font-size: 9pt;
  color: var(--quiet);
}
h2 {
  margin-bottom: 1.8mm;
  font-size: 11pt;
  font-weight: 650;
  line-height: 1.4;
  color: var(--accent);
  break-after: avoid;
}
section {
  margin-top: 4mm;
  break-inside: avoid;
}
p + p {
  margin-top: 1mm;
}
p.note {
  margin-top: 1.5mm;
  font-size: 8.75pt;
  line-height: 1.55;
  color: var(--quiet);
}
p.lead {
  margin-top: 2mm;
}
p.void {
  margin-bottom: 3.5mm;
  padding: 2mm 4mm;
  border: 1.5pt solid var(--ink);
  font-weight: 650;
  text-align: center;
  overflow-wrap: anywhere;
}
strong {
  font-weight: 650;
}
code {
  font: inherit;
  overflow-wrap: anywhere;
}
small {
  display: block;
  font-size: 8.5pt;
  line-height: 1.5;
  color: var(--quiet);
}
blockquote {
  margin-top: 1mm;
  padding: 1mm 0 1mm 3.5mm;
  border-inline-start: 2pt solid var(--line);
  white-space: pre-line;
}

dl > div {
  break-inside: avoid;
}
dd,
header span {
  min-width: 0;
  overflow-wrap: anywhere;
}
dt {
  color: var(--quiet);
}
dl.rows > div {
  display: grid;
  grid-template-columns: 10em minmax(0, 1fr);
  gap: 0 4mm;
  padding: 0.4mm 0;
}
html:lang(zh) dl.rows > div {
  grid-template-columns: 7em minmax(0, 1fr);
}
dl.columns {
  display: grid;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  gap: 0 9mm;
  border-top: 0.5pt solid var(--line);
}
dl.columns > div {
  display: flex;
  justify-content: space-between;
  align-items: baseline;
  gap: 4mm;
  padding: 0.9mm 0;
  border-bottom: 0.5pt solid var(--faint);
}
dl.columns dd {
  flex: none;
  max-width: 60%;
  text-align: end;
}

dl.flow {
  display: flex;
  flex-wrap: wrap;
  gap: 0.4mm 6mm;
  margin-top: 1mm;
  font-size: 8.75pt;
}
dl.flow > div {
  display: flex;
  gap: 2mm;
  min-width: 0;
}
dl.flow dt {
  flex: none;
}

.result {
  display: grid;
  grid-template-columns: auto minmax(0, 1fr);
  align-items: center;
  gap: 0 8mm;
  padding: 3mm 5mm;
  border-inline-start: 2.5pt solid var(--accent);
  background: var(--tint);
  break-inside: avoid;
}
html:lang(en) .result dl > div {
  grid-template-columns: 7.5em minmax(0, 1fr);
}
html:lang(zh) .result dl > div {
  grid-template-columns: 5em minmax(0, 1fr);
}
.result .figure {
  min-width: 38mm;
  line-height: 1.3;
}
.result .figure span {
  display: block;
  font-size: 9pt;
  color: var(--quiet);
}
.result .figure strong {
  font-size: 17pt;
  white-space: nowrap;
}

dl.tiles {
  display: grid;
  grid-template-columns: repeat(3, minmax(0, 1fr));
  gap: 1.5mm 6mm;
}
dl.tiles dt {
  font-size: 8.75pt;
}
dl.tiles dd {
  text-align: start;
}
section:has(.long) {
  break-inside: auto;
}
svg.bar {
  display: block;
  width: 30mm;
  height: 2.2mm;
  margin: 1.4mm 0 0 auto;
}
svg.bar .limit {
  fill: var(--faint);
}
svg.bar .taken {
  fill: var(--accent);
}
svg.bar .planned {
  fill: #8aa5c6;
}

.signatures {
  margin-top: 6mm;
  break-before: avoid;
  break-inside: avoid;
}
.signatures div {
  display: grid;
  grid-template-columns: 11em 1fr auto 42mm;
  align-items: end;
  gap: 0 3mm;
  margin-top: 6mm;
}
.signatures .line {
  border-bottom: 0.75pt solid var(--ink);
}
.signatures .note {
  margin-top: 3mm;
}

@media screen and (max-width: 600px) {
  dl.columns {
    grid-template-columns: 1fr;
  }
  dl.tiles {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .result {
    grid-template-columns: 1fr;
    gap: 3mm;
  }
  .signatures div {
    grid-template-columns: auto 1fr;
  }
}
`;
