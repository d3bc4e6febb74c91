import type { Words } from "../dictionary.ts";
import type { CALENDARS as ENGLISH } from "../en/calendars.ts";

/** Chinese: calendars of working days. */
export const CALENDARS: Words<typeof ENGLISH> = {
  calendars: {
    calendar: "工作日历",
    year: "年份",
    covers: "第{{ version }}版覆盖{{ from }}至{{ to }}。超出该期间的期限按周一至周五计算，属于暂定。",
    begin: "导入年度安排",
    source: "日期来源",
    yearTitle: "{{ year }}年",
    counts: "共{{ working }}个工作日（含{{ makeUp }}个调休上班日），周一至周五放假{{ holiday }}天。",
    marks: { working: "1", weekend: "1", holiday: "休", makeUp: "班" },
    kinds: { working: "工作日", weekend: "周末", holiday: "节假日", makeUp: "调休上班日" },
    list: "以列表查看节假日与调休上班日",
    noDays: "无",
    versions: "历次版本",
    versionsText: "按旧版本作出的决定，其日期不变，重算时仍使用该版本。",
    inUse: "现用",
    since: "自{{ at }}起使用，覆盖至{{ until }}",
    whatChanged: "与第{{ version }}版的差异",
    noDayChanged: "没有日期变动。",
    changes: {
      holidayAdded: "＋ {{ day }}改为放假",
      holidayRemoved: "− {{ day }}不再放假",
      makeUpAdded: "＋ {{ day }}改为上班",
      makeUpRemoved: "− {{ day }}不再上班",
    },
    importTitle: "导入年度放假与调休安排",
    importText:
      "请粘贴官方公布的安排。它将取代该年度原有的日期，其他年份不变。新版本立即启用，此后的期限按新版本计算。",
    announced: "公布文件",
    announcedHint: "通知名称及网址，将与日历一并保存。",
    announcedWrong: "此处不能使用半角分号“;”，请改用逗号或全角分号。",
    days: "放假与调休日期",
    daysHint:
      "请粘贴通知中的各节日条目，或每行写一天或一段，并注明放假还是上班，例如“10月1日至7日放假”“9月26日上班”，也可使用CSV或JSON。",
    file: "或从文件读取",
    take: "导入为新版本",
    unread: "有{{ count }}行无法导入",
    lines: {
      "no-day": "第{{ line }}行：“{{ text }}”中没有有效日期。",
      "other-year": "第{{ line }}行：“{{ text }}”不属于该年度。",
      "ends-before": "第{{ line }}行：“{{ text }}”的结束日期早于开始日期。",
      "which-kind": "第{{ line }}行：请注明“{{ text }}”是放假还是上班。",
      unclear: "第{{ line }}行：“{{ text }}”未能完整识别，请将每天或每段单独写一行。",
      twice: "第{{ line }}行：“{{ text }}”与前面的内容矛盾。",
    },
    read: "已读取：周一至周五放假{{ holidays }}天，调休上班{{ makeUpDays }}天。",
    needless: "以下日期原已如此，无需列出，已略去：{{ days }}",
    wouldChange: "将发生的变动",
  },
};
