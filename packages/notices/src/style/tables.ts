/** Tables: hairlines between rows, figures under one another, headings again on each page. */
export const TABLE_STYLE = `
table {
  width: 100%;
  border-collapse: collapse;
  border-top: 0.75pt solid var(--ink);
  border-bottom: 0.75pt solid var(--ink);
  line-height: 1.5;
}
thead {
  display: table-header-group;
}
tr {
  break-inside: avoid;
}
th,
td {
  padding: 1mm 2mm;
  vertical-align: top;
  text-align: start;
  font-weight: 400;
  border-bottom: 0.5pt solid var(--faint);
}
th:first-child,
td:first-child {
  padding-inline-start: 0;
}
th:last-child,
td:last-child {
  padding-inline-end: 0;
}
thead th {
  font-size: 8.75pt;
  color: var(--quiet);
  border-bottom: 0.5pt solid var(--line);
}
th.figure,
td.figure {
  text-align: end;
}
th.text,
td.text {
  overflow-wrap: anywhere;
}
td.figure,
.term {
  white-space: nowrap;
}
thead th.figure {
  text-wrap: balance;
}
table + p,
p + table {
  margin-top: 2mm;
}
tr.total > * {
  font-weight: 650;
  border-top: 0.5pt solid var(--ink);
}
tr.total > th {
  white-space: nowrap;
}
tr.band > th {
  padding-top: 2.4mm;
  font-size: 8.75pt;
  font-weight: 550;
  color: var(--quiet);
}
.item {
  margin-inline-end: 0.8em;
}
small.beside {
  display: inline-block;
}
.announced {
  margin-top: 3mm;
}
.announced table,
.entries table {
  table-layout: fixed;
}
.announced thead th:nth-child(1) {
  width: 5%;
}
.announced thead th:nth-child(2) {
  width: 15%;
}
.announced thead th:nth-child(3),
.announced thead th:nth-child(5),
.announced thead th:nth-child(7) {
  width: 13%;
}
.announced thead th:nth-child(6) {
  width: 11%;
}
.announced .term {
  white-space: normal;
}
.entries thead th:nth-child(1),
.entries thead th:nth-child(4) {
  width: 17%;
}
.entries thead th:nth-child(2) {
  width: 12%;
}
.entries thead th:nth-child(5) {
  width: 14%;
}
.sums + .months {
  margin-top: 2.5mm;
}
.clauses th:first-child {
  width: 30%;
}

/* Too narrow for columns: a row is a block, and each cell a line behind the heading of its column. */
@media screen and (max-width: 600px) {
  table,
  tbody,
  tr,
  th,
  td {
    display: block;
  }
  thead {
    display: none;
  }
  tr {
    padding: 1.2mm 0;
    border-bottom: 0.5pt solid var(--line);
  }
  tr > th,
  tr > td {
    padding: 0.3mm 0;
    border: 0;
  }
  tr.total > * {
    border: 0;
  }
  tr > th.term,
  tr.total > th {
    white-space: normal;
    overflow-wrap: anywhere;
  }
  td[data-heading] {
    display: grid;
    grid-template-columns: 9em minmax(0, 1fr);
    gap: 0 3mm;
    text-align: start;
    white-space: normal;
  }
  td[data-heading]::before {
    content: attr(data-heading);
    grid-row: 1 / span 2;
    font-weight: 400;
    color: var(--quiet);
  }
  td[data-heading]:empty {
    display: none;
  }
  td small {
    grid-column: 2;
  }
  svg.bar {
    margin-inline-start: 0;
  }
  .clauses th:first-child {
    width: auto;
  }
}
`;
