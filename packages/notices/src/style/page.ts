/** Paper, type and colours; what a screen shows around the sheet. */
export const PAGE_STYLE = `:root {
  --ink: #18202c;
  --quiet: #566071;
  --line: #ccd3dc;
  --faint: #e6eaef;
  --tint: #f4f6f9;
  --accent: #1f3f66;
  color-scheme: light;
}

@page {
  size: A4;
  margin: 14mm 17mm 15mm;
}
@page zh {
  @bottom-right {
    content: "第" counter(page) "页，共" counter(pages) "页";
    font: 8pt "Noto Sans SC Variable", sans-serif;
    color: #566071;
  }
}
@page zh-wide {
  size: A4 landscape;
  @bottom-right {
    content: "第" counter(page) "页，共" counter(pages) "页";
    font: 8pt "Noto Sans SC Variable", sans-serif;
    color: #566071;
  }
}
@page en {
  @bottom-right {
    content: "Page " counter(page) " of " counter(pages);
    font: 8pt "Noto Sans SC Variable", sans-serif;
    color: #566071;
  }
}
@page en-wide {
  size: A4 landscape;
  @bottom-right {
    content: "Page " counter(page) " of " counter(pages);
    font: 8pt "Noto Sans SC Variable", sans-serif;
    color: #566071;
  }
}

* {
  box-sizing: border-box;
}
html {
  font-family: "Noto Sans SC Variable", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif;
  font-size: 10pt;
  font-weight: 400;
  color: var(--ink);
  -webkit-text-size-adjust: 100%;
  text-size-adjust: 100%;
}
html:lang(zh) {
  line-height: 1.6;
  line-break: strict;
  text-spacing-trim: trim-start;
}
/* The quotation marks of the font are as wide as a Chinese character unless asked for their own width. */
html:lang(en) {
  font-size: 9.5pt;
  line-height: 1.45;
  font-feature-settings: "palt";
}
body {
  margin: 0;
  background: #e9edf2;
  font-variant-numeric: tabular-nums;
  font-style: normal;
  text-align: start;
  overflow-wrap: break-word;
}
html:lang(zh) body {
  page: zh;
}
html:lang(zh) body:has(.announcement, .report) {
  page: zh-wide;
}
html:lang(en) body {
  page: en;
}
html:lang(en) body:has(.announcement, .report) {
  page: en-wide;
}
.sheet {
  max-width: 210mm;
  margin: 8mm auto;
  padding: 15mm 17mm 16mm;
  background: #fff;
  box-shadow: 0 1px 3px rgb(24 32 44 / 18%), 0 8px 28px rgb(24 32 44 / 10%);
}
.sheet.announcement,
.sheet.report {
  max-width: 297mm;
}

@media screen and (max-width: 215mm) {
  .sheet {
    margin: 0;
    padding: 22px 18px 30px;
    box-shadow: none;
  }
}

@media print {
  body {
    background: none;
  }
  .sheet,
  .sheet.announcement,
  .sheet.report {
    max-width: none;
    margin: 0;
    padding: 0;
    box-shadow: none;
  }
  .result,
  svg.bar {
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
}
`;
