/**
 * A CSV file as a Chinese spreadsheet saves it, in GB18030, with its text. The bytes were made by another encoder than any
 * of ours (Python's); two of the characters take four bytes each, and so does the last, from beyond the first plane.
 */
export const SAMPLE_GB18030 = {
  base64:
    "sLi8/rHgusUszbbL38Dg0M0sytW1vcjVxtosusu2qLXEzbbL38vwyqejqNSqo6ksuaS6xSzL+cr01rDE3CyxvsjLu/nK/SzU8MjOtaXOu7v5yv26" +
    "z7zGLLG416INCkMtMjAyNi0wMDEsxrfWysixz90sMjAyNsTqN9TCNsjVLCKjpDEyLDAwMC4wMCIsUDEsyfqy+iwxMiw0MCzpRtb9vP7T0Mmrsu6j" +
    "rNLRzcu79Q0KQy0yMDI2LTAwMiyw/NewxsbL8CwyMDI2LzcvOCwxLjLN8ixQMizTqtTLLDgsNDAs1r3P5IE57zHGxsvwgjHgN9PrlTSyNdfWDQo=",
  text:
    "案件编号,投诉类型,收到日期,核定的投诉损失（元）,工号,所属职能,本人基数,责任单位基数合计,备注\r\n" +
    'C-2026-001,品质缺陷,2026年7月6日,"￥12,000.00",P1,生产,12,40,镕铸件有色差，已退货\r\n' +
    "C-2026-002,包装破损,2026/7/8,1.2万,P2,营运,8,40,纸箱㐂破损㵘与𠮷字\r\n",
} as const;

export function gb18030Sample(): Uint8Array {
  return Uint8Array.from(atob(SAMPLE_GB18030.base64), (character) => character.charCodeAt(0));
}
